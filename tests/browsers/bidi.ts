interface Message {
	id?: number;
	type: 'success' | 'error' | 'event';
	result?: Record<string, unknown>;
	message?: string;
}

/** Sends a command of WebDriver BiDi. @throws Error with what the browser says against it, or when it is gone */
export type Send = (method: string, params: object) => Promise<Record<string, unknown>>;

/** @throws Error when nothing listens there */
export async function connect(address: string): Promise<Send> {
	const socket = new WebSocket(address);
	const waiting = new Map<number, (message: Message) => void>();
	await new Promise<void>((resolve, reject) => {
		socket.addEventListener('open', () => resolve());
		socket.addEventListener('error', () => reject(new Error('no connection with the browser')));
	});
	socket.addEventListener('message', ({ data }) => {
		const message = JSON.parse(String(data)) as Message;
		if (message.id !== undefined) waiting.get(message.id)?.(message);
	});
	socket.addEventListener('close', () => {
		for (const answer of waiting.values()) answer({ type: 'error', message: 'the browser is gone' });
	});
	let calls = 0;
	return async (method, params) => {
		const id = (calls += 1);
		const answer = await new Promise<Message>((resolve) => {
			waiting.set(id, resolve);
			socket.send(JSON.stringify({ id, method, params }));
		});
		waiting.delete(id);
		if (answer.type === 'error') throw new Error(`${method}: ${answer.message ?? ''}`);
		return answer.result ?? {};
	};
}
