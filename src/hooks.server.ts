import type { Handle } from '@sveltejs/kit';
import { dev } from '$app/environment';
import guard from 'virtual:page-guard';

const START = '<script type="module" src="/src/routes/meedoen/start.ts"></script>';

/**
 * Each page begins with its guard. While developing, the participant's page starts from the source; a build puts the
 * script in the page (.tools/build/participant-page.mjs).
 */
export const handle: Handle = ({ event, resolve }) => {
	const isParticipants = dev && event.route.id === '/meedoen';
	return resolve(event, {
		transformPageChunk: ({ html }) => {
			const guarded = html.replace('%guard%', () => `<script>${guard}</script>`);
			return isParticipants ? guarded.replace('</body>', `${START}</body>`) : guarded;
		}
	});
};
