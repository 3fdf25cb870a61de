import type { Questionnaire } from '../../../src/lib/domain/questionnaire/questionnaire';
import { itemsOf } from '../../../src/lib/domain/questionnaire/questionnaire';
import { writeInvitation } from '../../../src/lib/exchange/link/invitation';
import { firstScreen, invitationTo } from './contents';
import { serveFolders, type BenchServer } from './server';
import { appSite, floorSite, surveyjsSite } from './sites';
import type { Landmarks } from './stopwatch';

/** A page that asks the same questionnaire, and how the stopwatch knows its way in it. */
export interface Contender {
	name: 'floor' | 'surveyjs' | 'app';
	url: string;
	landmarks: Landmarks;
	/** One statement a screen, and the next one comes by itself; else one dimension a screen. */
	oneAtATime: boolean;
}

/** The three contenders with this questionnaire, and the server they are on. */
export async function serveContenders(
	questionnaire: Questionnaire,
	appFolder: string
): Promise<{ server: BenchServer; contenders: Contender[] }> {
	const server = await serveFolders([
		floorSite('floor', questionnaire),
		await surveyjsSite('surveyjs', questionnaire),
		appSite('app', appFolder)
	]);
	const { title, groups } = firstScreen(questionnaire);
	const seen = { title, group: groups[0] ?? '', statement: itemsOf(questionnaire)[0]?.statement ?? '' };
	const contenders: Contender[] = [
		{
			name: 'floor',
			url: server.urlOf('floor'),
			landmarks: {
				...seen,
				title: 'Waar zit jij aan tafel?',
				headings: 'h1',
				groups: 'main label',
				onward: 'main .onward',
				item: 'fieldset',
				asked: 'legend',
				chosen: 'label:has(:checked)'
			},
			oneAtATime: true
		},
		{
			name: 'surveyjs',
			url: server.urlOf('surveyjs'),
			landmarks: {
				...seen,
				headings: '.sd-title',
				groups: '[data-name="groep"] label',
				item: '.sd-question',
				asked: '.sd-question',
				chosen: '.sd-item--checked'
			},
			oneAtATime: false
		},
		{
			name: 'app',
			url: `${server.urlOf('app')}meedoen/#${writeInvitation(invitationTo(questionnaire))}`,
			landmarks: {
				...seen,
				title: 'Waar zit jij aan tafel?',
				headings: 'h1',
				groups: 'main label',
				onward: 'main .button.main',
				item: 'article',
				asked: 'article h1',
				chosen: 'label.chosen'
			},
			oneAtATime: true
		}
	];
	return { server, contenders };
}
