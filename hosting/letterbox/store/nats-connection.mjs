import { readFileSync } from 'node:fs';
import { connect, credsAuthenticator } from '@nats-io/transport-node';

/**
 * A connection that looks for another server of the cluster as soon as its own is gone, for as long as it takes.
 * @param {NatsSettings} settings
 * @throws when no server answers at the start, or the credentials are refused
 */
export function connectTo({ servers, credentials, user, password, ca }) {
	return connect({
		name: 'letterbox',
		servers,
		maxReconnectAttempts: -1,
		reconnectTimeWait: 250,
		// A server that hangs is noticed after ten seconds.
		pingInterval: 5000,
		maxPingOut: 2,
		...(credentials ? { authenticator: credsAuthenticator(readFileSync(credentials)) } : {}),
		...(user ? { user, pass: password } : {}),
		...(ca ? { tls: { caFile: ca } } : {})
	});
}

/**
 * @typedef {object} NatsSettings
 * @property {string[]} servers such as `10.0.0.1:4222`
 * @property {string} bucket
 * @property {number} replicas when the bucket is made
 * @property {string} credentials path of a `.creds` file; empty: none
 * @property {string} user empty: none
 * @property {string} password
 * @property {string} ca path of the certificate of who signed the servers' certificates; empty: no TLS asked
 */
