// node server.mjs: the letterbox alone, for behind a web server that has the site and TLS. README.md has the settings.
import { createLetterbox } from './letterbox.mjs';
import { settingsFrom } from './settings.mjs';
import { openStore } from './store/open.mjs';

const LONGEST_STOP = 20_000;
const settings = settingsFrom(process.env);
const store = await openStore(settings);
const tell = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);
const { app } = await createLetterbox({ store, settings, tell });
const url = await app.listen({ host: settings.host, port: settings.port });
process.stdout.write(`letterbox: listening on ${url}\n`);

for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void stop());

/** Streams end, what is under way finishes, and then the store closes; whoever still hangs on is let go in the end. */
async function stop() {
	setTimeout(() => process.exit(1), LONGEST_STOP).unref();
	await app.close();
	await store.close();
	process.stdout.write('letterbox: stopped\n');
}
