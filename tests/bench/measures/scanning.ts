import { allReaders, type Reader } from '../scanning/readers';
import type { Lab, Row, Scenario, Target } from '../setting/scenario';
import { CAMERAS, type CameraSize } from '../scanning/scene';
import { fairSecond, readSecond, type Outcome } from '../scanning/second';
import { median } from '../statistics';

/** Someone holds the code of a phone before a laptop's camera, as people do, for one second: is it read? */
export const scanning: Scenario = { name: 'scanning', run };

/** Seconds a round for each camera; every reader gets the same ones. */
const SECONDS = 10;
/** Drawing the frames takes long, and more rounds than this tell little more. */
const MOST_ROUNDS = 6;
/** How many times slower than this machine: as the other parts of the benchmark. */
const SLOWER = 4;
/** Of what the app is tuned on nothing comes back here. */
const FIRST_SEED = 40_000;
const GOAL: Target[] = [{ atMost: 5 }];

interface Tally {
	camera: CameraSize;
	reader: Reader;
	/** One a round. */
	missed: number[];
	after: number[];
	took: number[];
}

async function run({ rounds, log }: Lab): Promise<Row[]> {
	const readers = await allReaders();
	const tallies = CAMERAS.flatMap((camera) =>
		readers.map((reader): Tally => ({ camera, reader, missed: [], after: [], took: [] }))
	);
	for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round += 1) {
		for (const camera of CAMERAS) {
			const own = tallies.filter((tally) => tally.camera === camera);
			await readRound(own, camera, round);
			log(
				`${nameOf(camera)}: ${own.map(({ reader, missed }) => `${reader.name} missed ${missed.at(-1)} %`).join(', ')}`
			);
		}
	}
	return tallies.flatMap(rowsOf);
}

async function readRound(tallies: readonly Tally[], camera: CameraSize, round: number): Promise<void> {
	const outcomes = new Map<Tally, Outcome[]>(tallies.map((tally) => [tally, []]));
	for (let index = 0; index < SECONDS; index += 1) {
		const seed = FIRST_SEED + (round * SECONDS + index) * CAMERAS.length + CAMERAS.findIndex((each) => each === camera);
		const second = fairSecond(camera, seed);
		for (const tally of tallies) outcomes.get(tally)?.push(await readSecond(tally.reader, second, SLOWER));
	}
	for (const [tally, all] of outcomes) {
		const read = all.flatMap(({ after }) => after ?? []);
		tally.missed.push((100 * (all.length - read.length)) / all.length);
		tally.after.push(read.length > 0 ? median(read) : NaN);
		tally.took.push(median(all.flatMap(({ took }) => took)));
	}
}

function rowsOf({ camera, reader, missed, after, took }: Tally): Row[] {
	const row = (measure: string, unit: Row['unit'], samples: number[], targets: Target[] = []): Row => ({
		measure: `scanning, ${nameOf(camera)}: ${measure}`,
		contender: reader.name,
		unit,
		samples,
		targets
	});
	return [
		row('% of fair seconds missed', '', missed, reader.name === 'app' ? GOAL : []),
		row('until read, where it was', 'ms', after),
		row('processor time for a frame, not slowed down', 'ms', took)
	];
}

function nameOf({ width, height }: CameraSize): string {
	return `camera of ${width} × ${height}`;
}
