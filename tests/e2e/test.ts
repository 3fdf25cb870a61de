import { test as base, expect, type BrowserContext, type ConsoleMessage, type Request } from '@playwright/test';
import { serve } from '../../.tools/serve/serve.mjs';
import { CollectionPage } from './pages/collection-page';
import { CommitmentsPage } from './pages/commitments-page';
import { ComparisonPage } from './pages/comparison-page';
import { DataPage } from './pages/data-page';
import { DeskPage } from './pages/desk-page';
import { FillingPage } from './pages/filling-page';
import { HomePage } from './pages/home-page';
import { NewPartnershipPage } from './pages/new-partnership-page';
import { PartnershipPage } from './pages/partnership-page';
import { PortfolioPage } from './pages/portfolio-page';
import { QuestionnairesPage } from './pages/questionnaires-page';
import { ReportPage } from './pages/report-page';
import { ResultPage } from './pages/result-page';
import { SheetPage } from './pages/sheet-page';
import { siteFolder } from './site-folder';

interface Pages {
	home: HomePage;
	newPartnership: NewPartnershipPage;
	filling: FillingPage;
	questionnaires: QuestionnairesPage;
	report: ReportPage;
	result: ResultPage;
	desk: DeskPage;
	sheet: SheetPage;
	collection: CollectionPage;
	data: DataPage;
	commitments: CommitmentsPage;
	partnership: PartnershipPage;
	comparison: ComparisonPage;
	portfolio: PortfolioPage;
	/** Fails the test on a page error, an error in the console or a content security policy report. */
	quietConsole: undefined;
	/** Where the journey lets something fail, so that the browser says so in its console. */
	mayComplain: boolean;
	/** Fails the test when any page or worker asks something of another host. */
	nothingElsewhere: undefined;
}

interface Site {
	/** The sub-folder that the site is served from; '' is the root. */
	folder: string;
	/** The name that browsers know the server by. */
	host: string;
	/** Whether the server sends the headers of hosting/headers.json. */
	strict: boolean;
	site: string;
}

/** Every journey gets page objects and a plain file server with the built site. */
export const test = base.extend<Pages, Site>({
	folder: [siteFolder, { option: true, scope: 'worker' }],
	host: ['127.0.0.1', { option: true, scope: 'worker' }],
	strict: [true, { option: true, scope: 'worker' }],
	site: [
		async ({ folder, host, strict }, use) => {
			const { url, close } = await serve({ port: 0, base: folder, strict });
			await use(url.replace('127.0.0.1', host));
			await close();
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ site }, use) => use(site),
	mayComplain: [false, { option: true }],
	quietConsole: [
		async ({ page, mayComplain }, use) => {
			const complaints: string[] = [];
			page.on('pageerror', (error) => complaints.push(error.message));
			page.on('console', (message) => {
				if (message.type() === 'error' && !isAskedForLetterbox(message)) complaints.push(message.text());
			});
			await use(undefined);
			if (!mayComplain) expect(complaints).toEqual([]);
		},
		{ auto: true }
	],
	nothingElsewhere: [
		async ({ browser, host }, use) => {
			const elsewhere: string[] = [];
			const look = (request: Request) => {
				const { protocol, hostname } = new URL(request.url());
				if (!['blob:', 'data:'].includes(protocol) && hostname !== host) elsewhere.push(request.url());
			};
			const follow = (context: BrowserContext) => void context.on('request', look);
			browser.contexts().forEach(follow);
			browser.on('context', follow);
			await use(undefined);
			browser.off('context', follow);
			expect(elsewhere).toEqual([]);
		},
		{ auto: true }
	],
	home: async ({ page }, use) => use(new HomePage(page)),
	newPartnership: async ({ page }, use) => use(new NewPartnershipPage(page)),
	filling: async ({ page }, use) => use(new FillingPage(page)),
	questionnaires: async ({ page }, use) => use(new QuestionnairesPage(page)),
	report: async ({ page }, use) => use(new ReportPage(page)),
	result: async ({ page }, use) => use(new ResultPage(page)),
	desk: async ({ page }, use) => use(new DeskPage(page)),
	sheet: async ({ page }, use) => use(new SheetPage(page)),
	collection: async ({ page }, use) => use(new CollectionPage(page)),
	data: async ({ page }, use) => use(new DataPage(page)),
	commitments: async ({ page }, use) => use(new CommitmentsPage(page)),
	partnership: async ({ page }, use) => use(new PartnershipPage(page)),
	comparison: async ({ page }, use) => use(new ComparisonPage(page)),
	portfolio: async ({ page }, use) => use(new PortfolioPage(page))
});

/** A host with files alone has none, which the browser says as well. */
export function isAskedForLetterbox(message: ConsoleMessage): boolean {
	return message.location().url.endsWith('/letterbox/v1');
}

export { expect };
