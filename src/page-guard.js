// Stands in every page before all else (.tools/build/page-guard.mjs), in the words of an old browser: when the app does
// not start, people read why, in Dutch, and what to do. The app takes it away when it has started
// (src/lib/state/app-started.ts).
(function () {
	var GRACE = 2000;
	var LONG = 20000;
	var WORKS_IN =
		'De Samenwerkingsmeter werkt in Chrome en Edge vanaf versie %chrome%, in Firefox vanaf versie %firefox% en in Safari vanaf versie %safari%. Werk de browser bij, of neem een ander toestel.';
	var TOO_OLD = 'Deze browser is te oud. ' + WORKS_IN;
	var FAILED =
		'De app kon niet starten: een deel kwam niet aan. Misschien is er even geen verbinding. Wat je invulde, staat nog op dit toestel.';
	var SLOW = 'Het laden duurt lang. Wacht nog even, of probeer opnieuw.';
	var root = document.documentElement;
	var box;

	// What the last of the browsers in .tools/checks/browsers.json got: in that order Chrome and Edge, Firefox, Safari.
	function has(property, value) {
		return !!(window.CSS && CSS.supports && (value ? CSS.supports(property, value) : CSS.supports(property)));
	}
	var isOld =
		!('noModule' in document.createElement('script')) ||
		!has('color', 'color-mix(in srgb, red, red)') ||
		!has('selector(:has(a))') ||
		!window.CompressionStream;

	function say(text) {
		if (box) box.parentNode.removeChild(box);
		box = document.createElement('div');
		box.id = 'page-guard';
		box.setAttribute('role', 'alert');
		box.style.cssText = 'margin:16px;padding:16px;border:2px solid';
		var p = document.createElement('p');
		p.textContent = text;
		box.appendChild(p);
		if (text !== TOO_OLD) {
			// To the first page leads the name of the app, at the top of each page.
			var again = document.createElement('a');
			again.href = '';
			again.textContent = 'Probeer opnieuw';
			again.onclick = function () {
				location.reload();
				return false;
			};
			box.appendChild(again);
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
		later(isUnread ? FAILED + ' ' + WORKS_IN : FAILED, GRACE);
	}
	// Whoever used the app here before is not met with what the first screen tells newcomers, until it is known what is
	// here (src/routes/+page.svelte).
	try {
		if (/samenwerkingsmeter[^,]* gebruikt/.test(Object.keys(localStorage).join())) root.setAttribute('data-used', '');
	} catch (refused) {
		// Nothing is known of before.
		void refused;
	}
	if (isOld) say(TOO_OLD);
	window.addEventListener('error', onTrouble, true);
	window.addEventListener('unhandledrejection', onTrouble);
	later(SLOW, LONG);
})();
