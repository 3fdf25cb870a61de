"""A plain WebKitGTK window that keeps its data in a folder, driven over HTTP from 127.0.0.1.

WebKitWebDriver only drives private sessions, which have no private files (OPFS) and keep nothing. Usage, under a display:
webkit-host.py --data FOLDER --downloads FOLDER [--private]. Says «listening PORT» when it is ready; each command is a POST of
JSON to /NAME, answered with JSON: {"value": …} or {"error": …}.
"""

import argparse
import json
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gio, GLib, Gtk, WebKit2  # noqa: E402

PATIENCE = 60
AS_SAFARI = ("AccessHandle", "FileSystem", "FileSystemWritableStream", "StorageAPI", "StorageAPIEstimate")


def context_for(data, private):
    if private:
        return WebKit2.WebContext.new_ephemeral()
    manager = WebKit2.WebsiteDataManager(
        base_data_directory=os.path.join(data, "data"), base_cache_directory=os.path.join(data, "cache")
    )
    return WebKit2.WebContext.new_with_website_data_manager(manager)


def settings_as_safari():
    """What Safari has switched on and WebKitGTK leaves to who embeds it: private files and the questions about storage."""
    settings = WebKit2.Settings()
    features = WebKit2.Settings.get_all_features()
    for number in range(features.get_length()):
        feature = features.get(number)
        if feature.get_identifier() in AS_SAFARI:
            settings.set_feature_enabled(feature, True)
    return settings


class Browser:
    """All methods run on the main loop and give their outcome to `done`."""

    def __init__(self, data, downloads, private):
        self.downloads = downloads
        self.saved = []
        self.context = context_for(data, private)
        self.context.set_preferred_languages(["nl-BE", "nl"])
        self.context.connect("download-started", self.on_download)
        self.settings = settings_as_safari()
        self.windows = {}
        self.number = 0

    def open(self, command, done):
        view = WebKit2.WebView.new_with_context(self.context)
        view.set_settings(self.settings)
        window = Gtk.Window()
        window.set_default_size(command.get("width", 1000), command.get("height", 800))
        window.add(view)
        window.show_all()
        self.number += 1
        self.windows[self.number] = (window, view)
        done({"value": self.number})

    def close(self, command, done):
        window, _ = self.windows.pop(command["window"])
        window.destroy()
        done({"value": None})

    def goto(self, command, done):
        view = self.view(command)
        handlers = []

        def end(outcome):
            while handlers:
                view.disconnect(handlers.pop())
            done(outcome)

        def changed(_, event):
            if event == WebKit2.LoadEvent.FINISHED and handlers:
                end({"value": view.get_uri()})

        def failed(_, __, uri, error):
            if handlers:
                end({"error": "%s: %s" % (uri, error.message)})
            return False

        handlers.append(view.connect("load-changed", changed))
        handlers.append(view.connect("load-failed", failed))
        view.load_uri(command["url"])

    def evaluate(self, command, done):
        def finished(view, result):
            try:
                value = view.call_async_javascript_function_finish(result)
                done({"value": json.loads(value.to_string())})
            except GLib.Error as error:
                done({"error": error.message})

        body = "return JSON.stringify({ value: await (%s) })" % command["expression"]
        self.view(command).call_async_javascript_function(body, -1, None, None, None, None, finished)

    def screenshot(self, command, done):
        def finished(view, result):
            view.get_snapshot_finish(result).write_to_png(command["path"])
            done({"value": None})

        region = WebKit2.SnapshotRegion.VISIBLE
        self.view(command).get_snapshot(region, WebKit2.SnapshotOptions.NONE, None, finished)

    def print(self, command, done):
        """To PDF, as the browser's own print window does with «Print to File»."""
        operation = WebKit2.PrintOperation.new(self.view(command))
        settings = Gtk.PrintSettings()
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, Gio.File.new_for_path(command["path"]).get_uri())
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        settings.set_printer("Print to File")
        setup = Gtk.PageSetup()
        setup.set_paper_size(Gtk.PaperSize.new(Gtk.PAPER_NAME_A4))
        operation.set_print_settings(settings)
        operation.set_page_setup(setup)
        said = []
        operation.connect("failed", lambda _, error: said.append(error.message))
        operation.connect("finished", lambda _: done({"error": said[0]} if said else {"value": None}))
        operation.print_()

    def downloaded(self, _, done):
        """What was saved since the last time: names in the folder of downloads."""
        names, self.saved = self.saved, []
        done({"value": names})

    def view(self, command):
        return self.windows[command["window"]][1]

    def free_name(self, suggested):
        """As browsers do: a second file of one name gets a number."""
        name, number = suggested, 0
        while os.path.exists(os.path.join(self.downloads, name)):
            number += 1
            name = "%d-%s" % (number, suggested)
        return name

    def on_download(self, _, download):
        def decide(one, suggested):
            name = self.free_name(suggested)
            path = os.path.join(self.downloads, name)
            one.set_destination(Gio.File.new_for_path(path).get_uri())
            one.connect("finished", lambda _: self.saved.append(name))
            return True

        download.connect("decide-destination", decide)


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        command = json.loads(self.rfile.read(int(self.headers["content-length"])) or b"{}")
        outcome = {}
        answered = threading.Event()

        def done(value):
            outcome.update(value)
            answered.set()

        def begin():
            try:
                getattr(self.server.browser, self.path[1:])(command, done)
            except Exception as error:  # What goes wrong belongs to who asked.
                done({"error": repr(error)})
            return False

        GLib.idle_add(begin)
        if not answered.wait(PATIENCE):
            outcome = {"error": "no answer to %s within %d s" % (self.path, PATIENCE)}
        answer = json.dumps(outcome).encode()
        self.send_response(200)
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--downloads", required=True)
    parser.add_argument("--private", action="store_true")
    given = parser.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.browser = Browser(given.data, given.downloads, given.private)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    version = "%d.%d.%d" % (WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    print("listening %d WebKitGTK %s" % (server.server_port, version), flush=True)
    Gtk.main()


main()
