import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HOST = '127.0.0.1';

export const hasNats = spawnSync('nats-server', ['--version']).status === 0;

interface Node {
	name: string;
	address: string;
	route: string;
	/** Where it says how it is. */
	watched: string;
	process?: ChildProcess;
}

interface Told {
	name: string;
	cluster: { leader: string };
}

/** One nats-server, or several as a cluster, with JetStream in a folder of their own. */
export class NatsServers {
	private readonly folder = mkdtempSync(join(tmpdir(), 'nats-'));

	private constructor(readonly nodes: Node[]) {}

	static async start(count = 1): Promise<NatsServers> {
		const ports = await freePorts(3 * count);
		const nodes = Array.from({ length: count }, (_, index) => ({
			name: `n${index + 1}`,
			address: `${HOST}:${ports[index]}`,
			route: `${HOST}:${ports[count + index]}`,
			watched: `${HOST}:${ports[2 * count + index]}`
		}));
		const servers = new NatsServers(nodes);
		await Promise.all(nodes.map((node) => servers.run(node)));
		return servers;
	}

	get addresses(): string[] {
		return this.nodes.map(({ address }) => address);
	}

	/** Starts a node, or starts it again with what is in its folder. */
	run(node: Node): Promise<void> {
		const [host = HOST, port = ''] = node.address.split(':');
		const places = [
			'-a',
			host,
			'-p',
			port,
			'-m',
			node.watched.split(':')[1] ?? '',
			'-sd',
			join(this.folder, node.name)
		];
		const alone = ['-js', '-n', node.name, ...places];
		const routes = this.nodes.map(({ route }) => `nats://${route}`).join(',');
		const together = ['--cluster_name', 'letterbox', '--cluster', `nats://${node.route}`, '--routes', routes];
		const child = spawn('nats-server', this.nodes.length > 1 ? [...alone, ...together] : alone, {
			stdio: ['ignore', 'ignore', 'pipe']
		});
		node.process = child;
		return new Promise((resolve, reject) => {
			child.once('error', reject).once('exit', () => reject(new Error('nats-server ended.')));
			child.stderr.on('data', (text: Buffer) => String(text).includes('Server is ready') && resolve());
		});
	}

	/** The node that decides in what order a stream is written. */
	async leaderOf(stream: string): Promise<Node> {
		const [first] = this.nodes;
		const response = await fetch(`http://${first?.watched}/jsz?streams=true`);
		const { account_details: accounts } = (await response.json()) as { account_details: { stream_detail: Told[] }[] };
		const told = accounts.flatMap((account) => account.stream_detail).find(({ name }) => name === stream);
		const leader = this.nodes.find(({ name }) => name === told?.cluster.leader);
		if (!leader) throw new Error('The stream has no leader now.');
		return leader;
	}

	/** As a crash of that machine: it ends at once. */
	async kill({ process }: Node): Promise<void> {
		if (!process || process.exitCode !== null || process.signalCode !== null) return;
		const ended = new Promise((resolve) => process.once('exit', resolve));
		process.kill('SIGKILL');
		await ended;
	}

	async stop(): Promise<void> {
		await Promise.all(this.nodes.map((node) => this.kill(node)));
		rmSync(this.folder, { recursive: true, force: true });
	}
}

async function freePorts(count: number): Promise<number[]> {
	const held = await Promise.all(
		Array.from({ length: count }, () => {
			const server = createServer();
			return new Promise<typeof server>((resolve) => server.listen(0, HOST, () => resolve(server)));
		})
	);
	const ports = held.map((server) => (server.address() as AddressInfo).port);
	await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
	return ports;
}
