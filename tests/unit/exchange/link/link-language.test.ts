import { describe, expect, test } from 'vitest';
import { findInvitation } from '$lib/exchange/link/found-invitation';
import { invitationLink } from '$lib/exchange/link/invitation';
import { languageOfLink, withLanguage, withoutLanguage } from '$lib/exchange/link/link-language';
import { openInvitation } from '$lib/state/answering/open-invitation';
import { goodOf } from '../../../builders/outcomes';
import { anInvitation } from '../../../builders/records';

const invitation = anInvitation();
const plain = invitationLink('https://www.gemeente.be/meter/', invitation);

describe('a link to a questionnaire that is not Dutch', () => {
	test.each(['fr', 'en'] as const)('says so before the invitation: %s', (language) => {
		const link = withLanguage(plain, language);
		const { hash } = new URL(link);

		expect(languageOfLink(hash)).toBe(language);
		expect(`#${withoutLanguage(hash)}`).toBe(new URL(plain).hash);
	});

	test('in Dutch it says nothing', () => {
		expect(withLanguage(plain, 'nl')).toBe(plain);
		expect(withLanguage(plain, undefined)).toBe(plain);
		expect(languageOfLink(new URL(plain).hash)).toBeUndefined();
	});

	test('opens the same invitation, also in an app that does not know the mark', async () => {
		const link = withLanguage(plain, 'fr');

		expect(goodOf(await openInvitation(link)).invitation).toEqual(invitation);
		expect(goodOf(findInvitation(link)).invitation).toEqual(invitation);
	});
});
