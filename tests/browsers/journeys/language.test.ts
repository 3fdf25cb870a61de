import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../../../src/lib/domain/language/en';
import { fr } from '../../../src/lib/domain/language/fr';
import { dutchWordsIn } from '../../builders/language/dutch-words';
import { readableText } from '../../builders/language/readable-text';
import { questionnaireIn } from '../../builders/language/translated';
import { expect, PHONE, test } from '../test';
import { Visitor } from '../visitor';
import { answerSheet, beginWithPhones, invitation, sitDown, spokenCode } from '../workshop';

/** As Verenigingen are called in both. */
const GROUP = 'Associations';
const languages = [
	{ language: 'fr', words: fr },
	{ language: 'en', words: en }
] as const;

for (const { language, words } of languages)
	test(`a phone answers an own questionnaire in «${language}», without a word of Dutch, and its code comes in`, async ({
		program,
		laptop,
		host,
		profile
	}) => {
		const own = questionnaireIn(language);
		const file = join(profile.downloads, 'vragenlijst.json');
		writeFileSync(file, JSON.stringify(own));
		await laptop.goto(`${host.url}vragenlijsten/`);
		await laptop.giveFile('Kies een vragenlijst', file);
		await laptop.press('button', 'Bewaar op dit toestel');
		await laptop.sees('staat nu op dit toestel');
		const measurementId = await beginWithPhones(laptop, host.url, 'Quartier Nord', own.id);
		const fragment = await invitation(laptop);

		const phone = new Visitor(await program.open(PHONE));
		const expectNoDutch = async () => {
			const shown = await phone.window.evaluate(`(${readableText.toString()})(document.body) + ' ' + document.title`);
			expect(dutchWordsIn(String(shown), words, [JSON.stringify(own), 'Samenwerkingsmeter', 'Quartier Nord'])).toEqual(
				[]
			);
		};
		await phone.goto(`${host.url}meedoen/${fragment}`);
		await phone.waitFor(`document.documentElement.lang.startsWith('${language}')`);
		await expectNoDutch();
		await sitDown(phone, GROUP, words);
		await expectNoDutch();
		await answerSheet(phone, '24', 2, undefined, words);
		await expectNoDutch();
		const code = await spokenCode(phone, words);
		await expectNoDutch();

		await laptop.goto(`${host.url}verzamelen/?meting=${measurementId}`);
		await laptop.press('button', 'Code');
		await laptop.fill('Vak 1 van', code.toLowerCase());
		await laptop.sees(`Net binnen: ${GROUP}`);
	});
