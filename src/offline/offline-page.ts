import { encodeBase64 } from '$lib/domain/text/bytes-as-text';

const STYLE = 'body{max-width:36rem;margin:0 auto;padding:16px;font:1.125rem/1.5 Arial,sans-serif}a{line-height:3}';
const SCRIPT = "document.getElementById('opnieuw').onclick=function(){location.reload();return false}";

/**
 * For a page of this app that is not kept, while the host does not answer. It needs nothing that would have to be kept.
 * @param home the path of the home page
 */
export async function offlinePage(home: string): Promise<Response> {
	const html = `<!doctype html>
<html lang="nl-BE">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Geen verbinding · Samenwerkingsmeter</title>
<style>${STYLE}</style>
<h1>Deze pagina kan nu niet geladen worden</h1>
<p>Er is geen verbinding, en deze pagina werd op dit toestel nog niet bewaard. Wat jullie invulden, staat nog op dit toestel.</p>
<p>Zoek verbinding en probeer dan opnieuw.</p>
<p><a id="opnieuw" href="">Probeer opnieuw</a><br><a href="${home}">Naar het begin</a></p>
<script>${SCRIPT}</script>
</html>
`;
	const policy = [
		"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
		`style-src '${await hashOf(STYLE)}'; script-src '${await hashOf(SCRIPT)}'; require-trusted-types-for 'script'`
	];
	return new Response(html, {
		status: 503,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'cache-control': 'no-store',
			'content-security-policy': policy.join('; ')
		}
	});
}

/** As a content security policy names an inline script or style. */
async function hashOf(text: string): Promise<string> {
	const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
	return `sha256-${encodeBase64(bytes)}`;
}
