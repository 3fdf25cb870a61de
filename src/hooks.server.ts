import type { Handle } from '@sveltejs/kit';
import { dev } from '$app/environment';

const START = '<script type="module" src="/src/routes/meedoen/start.ts"></script>';

/** While developing, the participant's page starts from the source; a build puts the script in the page (.tools/participant-page.mjs). */
export const handle: Handle = ({ event, resolve }) => {
	if (!dev || event.route.id !== '/meedoen') return resolve(event);
	return resolve(event, { transformPageChunk: ({ html }) => html.replace('</body>', `${START}</body>`) });
};
