/**
 * Everything a host may set, from environment variables; README.md explains each.
 * @param {NodeJS.ProcessEnv} env
 * @throws RangeError that names the variable
 */
export function settingsFrom(env) {
	return {
		store: oneOf(env, 'LETTERBOX_STORE', ['embedded', 'nats']),
		host: env['LETTERBOX_HOST'] || '127.0.0.1',
		port: wholeNumber(env, 'LETTERBOX_PORT', 4174, 0, 65535),
		folder: env['LETTERBOX_FOLDER'] || 'letterbox-data',
		word: env['LETTERBOX_WORD'] ?? '',
		behindProxy: env['LETTERBOX_BEHIND_PROXY'] === '1',
		roomsAnHour: wholeNumber(env, 'LETTERBOX_ROOMS_AN_HOUR', 60, 1, 1_000_000),
		megabytes: wholeNumber(env, 'LETTERBOX_MEGABYTES', 2000, 1, 1_000_000),
		nats: natsFrom(env)
	};
}

/** @typedef {ReturnType<typeof settingsFrom>} Settings */

/** @param {NodeJS.ProcessEnv} env @returns {import('./store/nats-connection.mjs').NatsSettings} */
function natsFrom(env) {
	const servers = (env['LETTERBOX_NATS'] || '127.0.0.1:4222').split(',').map((server) => server.trim());
	return {
		servers,
		bucket: env['LETTERBOX_NATS_BUCKET'] || 'letterbox',
		replicas: wholeNumber(env, 'LETTERBOX_NATS_REPLICAS', 3, 1, 5),
		credentials: env['LETTERBOX_NATS_CREDENTIALS'] ?? '',
		user: env['LETTERBOX_NATS_USER'] ?? '',
		password: env['LETTERBOX_NATS_PASSWORD'] ?? '',
		ca: env['LETTERBOX_NATS_CA'] ?? ''
	};
}

/**
 * @template {string} Name
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @param {[Name, ...Name[]]} names the first when nothing is set
 */
function oneOf(env, name, names) {
	const found = names.find((one) => one === (env[name] || names[0]));
	if (found) return found;
	throw new RangeError(`${name} is "${env[name]}"; it must be one of ${names.join(', ')}.`);
}

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
