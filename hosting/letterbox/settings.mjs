/**
 * Everything a host may set, from environment variables; README.md explains each.
 * @param {NodeJS.ProcessEnv} env
 * @throws RangeError that names the variable
 */
export function settingsFrom(env) {
	return {
		host: env['LETTERBOX_HOST'] || '127.0.0.1',
		port: wholeNumber(env, 'LETTERBOX_PORT', 4174, 0, 65535),
		folder: env['LETTERBOX_FOLDER'] || 'letterbox-data',
		word: env['LETTERBOX_WORD'] ?? '',
		behindProxy: env['LETTERBOX_BEHIND_PROXY'] === '1',
		roomsAnHour: wholeNumber(env, 'LETTERBOX_ROOMS_AN_HOUR', 60, 1, 1_000_000),
		megabytes: wholeNumber(env, 'LETTERBOX_MEGABYTES', 2000, 1, 1_000_000)
	};
}

/** @typedef {ReturnType<typeof settingsFrom>} Settings */

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @param {number} otherwise
 * @param {number} least
 * @param {number} most
 */
function wholeNumber(env, name, otherwise, least, most) {
	const text = env[name];
	if (text === undefined || text === '') return otherwise;
	const value = Number(text);
	if (Number.isInteger(value) && value >= least && value <= most) return value;
	throw new RangeError(`${name} is "${text}"; it must be a whole number from ${least} to ${most}.`);
}
