import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { Collection } from '$lib/state/desk/collection.svelte';
import { writeResponseFile } from '$lib/exchange/response/write-response';
import { wipeDatabase } from '$lib/storage/connection/database';
import { loadResponses } from '$lib/storage/records/responses';
import OpenFiles from '../../../../src/routes/verzamelen/OpenFiles.svelte';
import { runs } from '../../../property-runs';
import { measurementOf, responseOf } from '../../../builders/records';
import { storeMeasurements, termsFor } from '../../../builders/stored-records';

const measurement = measurementOf('verband', '0123456789abcdef0123456789abcdef');
const idOf = (number: number) => number.toString(16).padStart(10, '0');

let collection: Collection;
beforeEach(beginAnew);

async function beginAnew() {
	cleanup();
	await wipeDatabase();
	await storeMeasurements(measurement);
	collection = await Collection.open(measurement.id);
	render(OpenFiles, { collection });
}

/** A file of one phone that the disk gives when the test says so. */
class SlowFile extends File {
	give: () => void = () => undefined;
	readonly #given = new Promise<void>((resolve) => (this.give = resolve));

	constructor(number: number) {
		super([writeResponseFile(responseOf(measurement.id, idOf(number)), termsFor(measurement))], `${number}.json`, {
			type: 'application/json'
		});
	}

	override async text(): Promise<string> {
		await this.#given;
		return writeResponseFile(
			responseOf(measurement.id, this.name.replace('.json', '').padStart(10, '0')),
			termsFor(measurement)
		);
	}
}

const field = () => screen.getByLabelText<HTMLInputElement>('Kies bestanden');

test('the same file can be chosen again while it is still being read', async () => {
	const user = userEvent.setup();
	const file = new SlowFile(1);

	await user.upload(field(), file);

	// A browser tells of a choice only when the field held something else.
	expect(field().files).toHaveLength(0);
	await user.upload(field(), file);
	file.give();
	await vi.waitFor(() =>
		expect(collection.log.map(({ text }) => text)).toEqual([
			'Dit blad van Gemeente was al binnen. Het telt één keer.',
			'Net binnen: Gemeente. Volgende, graag.'
		])
	);
});

test('says how many wait, until all of them are in', async () => {
	const files = [new SlowFile(1), new SlowFile(2), new SlowFile(3)];

	await userEvent.upload(field(), files);

	expect(screen.getByText('Nog 3 bestanden worden gelezen …')).toBeVisible();
	files[0]?.give();
	await screen.findByText('Nog 2 bestanden worden gelezen …');
	for (const { give } of files) give();
	await vi.waitFor(() => expect(collection.log).toHaveLength(3));
	expect(screen.queryByText(/worden gelezen/)).toBeNull();
});

test('a file that is gone from the disk does not hold up the others, and is named with the reason', async () => {
	const gone = new File([], 'weg.json');
	Object.assign(gone, { text: () => Promise.reject(new DOMException('', 'NotReadableError')) });
	const file = new SlowFile(2);
	file.give();

	await userEvent.upload(field(), [gone, file]);

	await vi.waitFor(() => expect(collection.log).toHaveLength(2));
	expect(collection.log[1]).toMatchObject({ good: false });
	expect(collection.log[1]?.text).toMatch(/^weg\.json: De browser kan dit bestand niet lezen\./);
});

test('whatever is chosen when, and in whatever order the disk gives it: every file comes in, in the order of choosing', async () => {
	const choices = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }), {
		minLength: 1,
		maxLength: 4
	});
	await fc.assert(
		fc.asyncProperty(choices, fc.infiniteStream(fc.nat()), async (chosen, chance) => {
			await beginAnew();
			const files: SlowFile[] = [];
			for (const numbers of chosen) {
				const now = numbers.map((number) => new SlowFile(number));
				files.push(...now);
				await userEvent.upload(field(), now);
			}
			const left = [...files];
			while (left.length > 0) left.splice((chance.next().value ?? 0) % left.length, 1)[0]?.give();
			await vi.waitFor(() => expect(collection.log).toHaveLength(files.length));

			const seen = new Set<string>();
			const expected = files.map(({ name }) => {
				const said = seen.has(name)
					? 'Dit blad van Gemeente was al binnen. Het telt één keer.'
					: 'Net binnen: Gemeente. Volgende, graag.';
				seen.add(name);
				return said;
			});
			expect(collection.log.map(({ text }) => text).reverse()).toEqual(expected);
			expect(await loadResponses(measurement.id)).toHaveLength(seen.size);
		}),
		{ numRuns: runs(6) }
	);
});
