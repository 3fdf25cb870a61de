import { isIPv6 } from 'node:net';
import { createHash, timingSafeEqual } from 'node:crypto';
import { RATES } from './limits.mjs';
import { Rate } from './rates.mjs';

const HOUR = 3600;

/** Who may come in, and how often: the host's word and the rates. All in memory, nothing of it is stored. */
export class Gate {
	#word;
	#behindProxy;
	#rates;
	#openings;

	/**
	 * @param {Pick<import('./settings.mjs').Settings, 'word' | 'behindProxy' | 'roomsAnHour'>} settings
	 * @param {() => number} now milliseconds that only grow
	 */
	constructor({ word, behindProxy, roomsAnHour }, now) {
		this.#word = word;
		this.#behindProxy = behindProxy;
		this.#openings = new Rate({ atOnce: roomsAnHour, aSecond: roomsAnHour / HOUR, now });
		this.#rates = Object.fromEntries(Object.entries(RATES).map(([name, rate]) => [name, new Rate({ ...rate, now })]));
	}

	get asksWord() {
		return this.#word !== '';
	}

	/** @param {unknown} word */
	isWord(word) {
		if (!this.asksWord) return true;
		return typeof word === 'string' && timingSafeEqual(sha256(word.normalize()), sha256(this.#word.normalize()));
	}

	/** @param {keyof typeof RATES} rate @param {string} name @returns {number} seconds to wait; 0: go on */
	wait(rate, name) {
		return this.#rates[rate]?.take(name) ?? 0;
	}

	/**
	 * @param {import('fastify').FastifyRequest} request
	 * @returns {number} seconds to wait before opening a room; 0: go on
	 */
	waitToOpen(request) {
		return this.#openings.take(this.#addressOf(request));
	}

	tidy() {
		for (const rate of [this.#openings, ...Object.values(this.#rates)]) rate.tidy();
	}

	/**
	 * The last address of X-Forwarded-For is what the proxy itself saw; what stands before it anybody can make up.
	 * @param {import('fastify').FastifyRequest} request
	 */
	#addressOf(request) {
		const forwarded = String(request.headers['x-forwarded-for'] ?? '');
		const last = forwarded.slice(forwarded.lastIndexOf(',') + 1).trim();
		return networkOf((this.#behindProxy && last) || (request.socket.remoteAddress ?? ''));
	}
}

/** An IPv6 subscriber has 2^64 addresses: they count as one. @param {string} address */
function networkOf(address) {
	if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
	const [start = '', end] = address.split('%')[0]?.split('::') ?? [];
	const parts = start.split(':').filter(Boolean);
	const rest = end?.split(':').filter(Boolean) ?? [];
	const zeros = Array.from({ length: Math.max(0, 8 - parts.length - rest.length) }, () => '0');
	return [...parts, ...(end === undefined ? [] : zeros), ...rest]
		.slice(0, 4)
		.map((part) => parseInt(part, 16).toString(16))
		.join(':');
}

const sha256 = (/** @type {string} */ text) => createHash('sha256').update(text).digest();
