import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A question that never reaches the letterbox; one that does, and its answer is lost; or one that goes well. */
type Way = 'before' | 'behind' | 'well';

/** A network between a phone and its host that breaks when the journey says so. */
export interface CuttingHost {
	/** Of the site through it, with a slash at its end. */
	url: string;
	/** From here on, what becomes of each next question to the letterbox; after those, all go well. */
	cut(ways: readonly Way[]): void;
	/** How many questions to the letterbox came since then. */
	asked(): number;
	close(): void;
}

/** @param host the address of the site, with a slash at its end */
export async function cuttingHost(host: string): Promise<CuttingHost> {
	let asked = 0;
	let next: Way[] = [];
	const server = createServer((question, answer) => {
		const toLetterbox = question.url?.startsWith('/letterbox/') === true;
		const way = (toLetterbox && next.shift()) || 'well';
		if (toLetterbox) asked += 1;
		if (way === 'before') question.socket.destroy();
		else pass(host, question, answer, way === 'behind');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		cut: (ways) => {
			asked = 0;
			next = [...ways];
		},
		asked: () => asked,
		close: () => {
			server.closeAllConnections();
			server.close();
		}
	};
}

function pass(host: string, question: IncomingMessage, answer: ServerResponse, isLost: boolean): void {
	const { method, headers } = question;
	const onward = request(new URL(question.url ?? '/', host), { method, headers }, (response) => {
		if (isLost) {
			response.resume();
			question.socket.destroy();
			return;
		}
		answer.writeHead(response.statusCode ?? 500, response.headers);
		response.pipe(answer);
	});
	onward.on('error', () => question.socket.destroy());
	question.pipe(onward);
}
