// Stands in every page before all else (.tools/page-guard.mjs), in the words of an old browser: when the app does not start, people
// read why, in Dutch, and what to do. The app takes it away when it has started (src/lib/state/app-started.ts).
(function () {
	var GRACE = 2000;
	var LONG = 20000;
	var WORKS_IN =
		'De Samenwerkingsmeter werkt in Chrome en Edge vanaf versie %chrome%, in Firefox vanaf versie %firefox% en in Safari vanaf versie %safari%. Werk de browser bij, of neem een ander toestel.';
	var TOO_OLD = 'Deze browser is te oud. ' + WORKS_IN;
	var FAILED =
		'De app kon niet starten: een deel ervan kwam niet aan. Misschien is er even geen verbinding. Wat je al invulde, staat nog op dit toestel.';
	var SLOW = 'Het laden duurt lang. Wacht nog even, of probeer opnieuw.';
	var root = document.documentElement;
	var box;

	// What the last of the browsers in .tools/browsers.json got: in that order Chrome and Edge, Firefox, Safari.
	function has(property, value) {
		return !!(window.CSS && CSS.supports && (value ? CSS.supports(property, value) : CSS.supports(property)));
	}
	var isOld =
		!('noModule' in document.createElement('script')) ||
		!has('color', 'color-mix(in srgb, red, red)') ||
		!has('selector(:has(a))') ||
		!window.CompressionStream;

	function link(text, address, onclick) {
		var a = document.createElement('a');
		a.href = address;
		a.textContent = text;
		a.style.cssText = 'display:inline-block;margin-right:24px;line-height:3';
		a.onclick = onclick || null;
		box.appendChild(a);
	}
	function home() {
		var mark = document.querySelector('meta[name=samenwerkingsmeter]');
		var page = mark ? mark.content.split(' ')[1] : '';
		return location.pathname.slice(0, location.pathname.length - page.length);
	}
	function say(text) {
		if (box) box.parentNode.removeChild(box);
		box = document.createElement('div');
		box.id = 'page-guard';
		box.setAttribute('role', 'alert');
		box.style.cssText = 'margin:16px;padding:12px 16px;border:2px solid;background:#fff;color:#1d2730';
		var p = document.createElement('p');
		p.textContent = text;
		box.appendChild(p);
		if (text !== TOO_OLD) {
			link('Probeer opnieuw', '', function () {
				location.reload();
				return false;
			});
			link('Naar het begin', home());
		}
		document.body.insertBefore(box, document.body.firstChild);
	}
	function later(text, time) {
		setTimeout(function () {
			if (!isOld && !root.hasAttribute('data-app-started')) say(text);
		}, time);
	}
	function onTrouble(event) {
		var where = event.target;
		// Not a picture that fails, nor a script that an extension adds.
		if (where && where.tagName && where.tagName !== 'SCRIPT') return;
		var cause = event.error || event.reason;
		// Words that this browser does not know, or half a file.
		var isUnread = cause && cause.name === 'SyntaxError';
		later(isUnread ? FAILED + ' Gebeurt dit telkens, dan is je browser misschien te oud. ' + WORKS_IN : FAILED, GRACE);
	}
	if (isOld) say(TOO_OLD);
	window.addEventListener('error', onTrouble, true);
	window.addEventListener('unhandledrejection', onTrouble);
	later(SLOW, LONG);
})();
