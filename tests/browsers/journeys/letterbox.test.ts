import { startLetterbox } from '../../../.tools/serve/letterbox.mjs';
import { LetterboxLaptop } from '../../e2e/devices/letterbox-laptop';
import { itemCount } from '../../e2e/looks/newest-questionnaire';
import { expect, PHONE, test } from '../test';
import { Visitor } from '../visitor';
import { answerSheet, sitDown } from '../workshop';

test('a phone sends its answers sealed, and says that they are in once the laptop has stored them', async ({
	program
}) => {
	const served = await startLetterbox();
	const laptop = await LetterboxLaptop.begin(served.url);
	const phone = new Visitor(await program.open(PHONE));
	await phone.goto(laptop.link);
	await phone.sees('Je antwoorden gaan versleuteld langs de brievenbus van de website\\.');
	await sitDown(phone, 'Verenigingen');
	await answerSheet(phone, '234', itemCount, 'Verzonden');
	expect(await laptop.takeIn()).toMatchObject([{ revision: 1, groupId: 'verenigingen' }]);
	await phone.sees('Binnen bij');

	// Known at the next visit, also when the letterbox is gone.
	await served.close();
	const again = await startLetterbox({ port: Number(new URL(served.url).port) });
	await phone.goto('about:blank');
	await phone.goto(laptop.link);
	await phone.sees('Binnen bij');
	await again.close();
});
