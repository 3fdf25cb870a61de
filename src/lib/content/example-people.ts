/**
 * The people of the example, with their answers: invented, and nobody real. In a module of their own, so that the
 * story of the example (example.ts) can be read without them.
 */

/** One person of the example. */
export interface ExamplePerson {
	/** A word a dimension, a character an item, in questionnaire order: 1 to 5, ? for «weet niet», - for none. */
	answers: string;
	/** A character a dimension: + better than last time, = the same, - worse. Without: not asked or answered. */
	trends?: string;
	/** Ids of dimensions: what this person surely wants to talk about. Without: not answered. */
	topics?: readonly string[];
	/** By item id. */
	notes?: Readonly<Record<string, string>>;
}

/** By group id. */
export type ExamplePeople = Readonly<Record<string, readonly ExamplePerson[]>>;

/** 2025, person by person. */
export const people2025: ExamplePeople = {
	gemeente: [
		{ answers: '332 334 343 443 444 322 343 454 233 332 444 334', topics: ['ontkokeren'] },
		{
			answers: '333 323 333 333 443 322 334 334 331 423 333 323',
			topics: ['partnerschap', 'ontkokeren'],
			notes: { 'ontkokeren-samen-aan-tafel': 'Sport en jeugd plannen elk hun eigen zomer.' }
		},
		{ answers: '334 343 434 444 554 332 354 444 233 334 444 343', topics: ['openheid'] },
		{ answers: '342 333 323 433 443 222 444 4?4 333 223 344 233', topics: [] },
		{ answers: '433 342 334 445 434 323 444 445 333 344 445 232', topics: ['zeggenschap', 'ontkokeren'] },
		{ answers: '333 443 433 343 444 233 443 444 222 332 443 333', topics: ['openheid', 'gedeeld-belang'] }
	],
	verenigingen: [
		{ answers: '233 544 444 445 343 233 455 212 332 344 545 ?4?', topics: ['partnerschap', 'zeggenschap'] },
		{ answers: '?3? 334 333 444 222 112 343 355 122 433 443 ?33', topics: ['openheid'] },
		{
			answers: '321 343 443 445 232 322 434 222 322 333 454 ?3?',
			topics: ['partnerschap'],
			notes: { 'partnerschap-meedenken-voor-plan-vast': 'Van de nieuwe markt hoorden we in het infoblad.' }
		},
		{ answers: '2?1 423 433 333 213 122 332 343 211 343 344 ?32', topics: ['openheid', 'ontkokeren'] },
		{ answers: '?23 442 234 335 221 222 433 122 222 323 344 33?', topics: ['openheid', 'zeggenschap'] },
		{ answers: '233 353 343 334 322 322 444 444 322 433 445 ?3?' },
		{ answers: '?22 223 332 442 211 221 433 112 111 233 342 22?', topics: ['partnerschap', 'waardering'] },
		{ answers: '333 333 334 444 ?32 222 43? 4?4 323 433 545 ??3', topics: ['zeggenschap'] },
		{ answers: '322 433 443 454 333 323 444 121 223 332 435 ?33', topics: ['ontkokeren'] },
		{ answers: '32? 433 333 344 213 211 334 545 22? 233 443 22?', topics: ['openheid', 'partnerschap'] },
		{ answers: '333 333 344 444 222 22? 443 333 333 344 444 334', topics: ['openheid', 'gedeeld-belang'] },
		{ answers: '343 334 3?2 444 2?2 322 434 ?44 223 433 444 2??', topics: [] },
		{ answers: '322 34? 424 343 232 223 443 311 222 333 454 22?', topics: ['partnerschap'] },
		{ answers: '423 333 333 444 112 212 33? 554 212 433 435 32?', topics: ['zeggenschap', 'waardering'] },
		{ answers: '333 333 444 435 232 322 445 122 222 443 434 ?33', topics: ['openheid'] },
		{ answers: '323 ?22 333 334 222 12? 333 554 222 33? 343 ?23', topics: ['partnerschap', 'ontkokeren'] },
		{ answers: '222 23? 443 332 111 212 333 211 222 442 333 2?2', topics: ['zeggenschap'] },
		{ answers: '233 44? 433 433 332 223 444 ?33 322 334 344 333' },
		{ answers: '3?2 344 334 433 222 222 444 121 333 323 434 ??3', topics: ['openheid', 'partnerschap'] },
		{ answers: '223 332 333 444 212 222 434 455 221 333 443 ?33', topics: ['waardering'] },
		{ answers: '122 222 33? 434 212 222 443 112 131 232 434 ?--', topics: ['partnerschap', 'zeggenschap'] },
		{ answers: '222 233 323 343 221 222 334 454 222 333 3?4 ?12', topics: ['openheid', 'ontkokeren'] },
		{ answers: '2?3 344 344 344 232 333 444 211 232 334 544 ???', topics: [] },
		{ answers: '223 342 344 444 322 323 343 535 222 334 444 ?2?', topics: ['partnerschap'] }
	]
};

/** 2026, person by person. */
export const people2026: ExamplePeople = {
	gemeente: [
		{
			answers: '343 423 243 443 344 222 423 443 223 332 444 33?',
			trends: '+=====-=====',
			topics: ['afspraken', 'ontkokeren']
		},
		{ answers: '333 344 454 545 445 333 333 445 233 444 445 343', trends: '+=+==--==+==', topics: ['regie'] },
		{ answers: '444 334 334 534 445 224 333 544 333 444 534 333', trends: '+=+==-+==-==', topics: ['ontkokeren'] },
		{
			answers: '345 444 543 454 554 233 344 445 343 345 555 543',
			trends: '+==-=--==+==',
			topics: ['afspraken', 'regie'],
			notes: { 'regie-gemeente-zegt-wie-beslist': 'We weten het zelf niet altijd voor het college beslist.' }
		},
		{ answers: '334 433 333 444 345 332 333 555 234 444 544 434', trends: '+=++==-==+-+', topics: [] },
		{
			answers: '544 454 444 555 554 334 443 545 433 445 455 455',
			trends: '+=+===-+=-==',
			topics: ['ontkokeren', 'regie']
		}
	],
	verenigingen: [
		{
			answers: '333 223 333 334 312 121 23? 121 222 343 333 ?23',
			trends: '==++==-===+=',
			topics: ['partnerschap', 'zeggenschap']
		},
		{
			answers: '422 333 434 44? 222 2?1 233 555 222 233 444 232',
			trends: '+=====-==+==',
			topics: ['partnerschap', 'afspraken'],
			notes: {
				'partnerschap-meedenken-voor-plan-vast':
					'De verenigingen horen vaak pas van een plan als het programma al vastligt.'
			}
		},
		{ answers: '233 332 343 433 232 212 322 221 223 433 344 3??', trends: '+-+++=-=====', topics: ['partnerschap'] },
		{
			answers: '443 324 444 54? 222 222 333 133 322 3?4 445 ?44',
			trends: '+=++=--=====',
			topics: ['zeggenschap', 'afspraken']
		},
		{
			answers: '434 333 453 545 221 222 433 221 331 344 ?34 ?3?',
			trends: '+=+++=+=====',
			topics: ['partnerschap', 'waardering'],
			notes: { 'waardering-inzet-gezien': 'De grote clubs staan in het infoblad, wij nooit.' }
		},
		{ answers: '333 233 334 535 222 121 232 545 2?3 343 333 ???', trends: '+=+-+=-==+==', topics: ['afspraken'] },
		{
			answers: '423 332 344 433 132 212 133 111 212 443 343 33?',
			trends: '+=====-==+==',
			topics: ['partnerschap', 'zeggenschap']
		},
		{
			answers: '23? 443 344 ?44 222 122 333 54? 233 434 443 ?4?',
			trends: '+=====-=====',
			topics: ['waardering'],
			notes: { 'waardering-inzet-gezien': 'Het etentje voor vrijwilligers was heel fijn.' }
		},
		{
			answers: '34? 332 3?3 344 112 221 223 111 22? 3?3 334 31?',
			trends: '+=======--==',
			topics: ['partnerschap', 'afspraken']
		},
		{ answers: '444 332 444 445 321 221 333 455 323 433 544 ---' },
		{ answers: '334 434 433 444 221 212 323 332 221 343 243 ?32', trends: '+==+==-=====', topics: ['zeggenschap'] },
		{
			answers: '443 34? 544 444 332 222 324 445 332 344 ?35 ?33',
			trends: '+====--====+',
			topics: ['partnerschap', 'ontkokeren']
		},
		{
			answers: '444 334 344 454 223 121 342 221 223 ?33 444 ???',
			trends: '+=++=--+=+==',
			topics: ['zeggenschap', 'afspraken'],
			notes: { 'afspraken-verwachtingen-vooraf': 'Sinds onze vaste contactpersoon weg is, spreken we niets meer af.' }
		},
		{ answers: '444 334 434 544 222 222 333 554 233 434 335 3??', trends: '+=++==-==+==', topics: [] },
		{
			answers: '333 343 434 444 122 212 222 111 222 333 442 3?2',
			trends: '+=+-=====+==',
			topics: ['partnerschap', 'zeggenschap']
		},
		{
			answers: '324 342 433 344 222 222 233 455 222 324 434 ??3',
			trends: '--=+=--==+==',
			topics: ['partnerschap', 'waardering'],
			notes: { 'openheid-kleine-groepen-aan-tafel': 'Voor het eerst zaten wij mee aan tafel.' }
		},
		{
			answers: '322 333 333 443 212 21? 32? 211 222 333 3?3 213',
			trends: '+=+++=+==+-=',
			topics: ['afspraken', 'ontkokeren']
		},
		{ answers: '333 333 333 333 333 333 333 333 333 333 333 333', trends: '+=-+==-==+==', topics: [] },
		{
			answers: '3?3 333 334 444 221 22? 333 ?11 222 443 44? 233',
			trends: '+=+==--=-+==',
			topics: ['partnerschap', 'zeggenschap']
		},
		{
			answers: '334 334 444 455 222 212 243 455 223 544 44? 332',
			trends: '+==+==-=====',
			topics: ['afspraken', 'regie']
		},
		{ answers: '334 434 345 444 322 122 223 11? 222 433 344 ??3', trends: '+=++====+===', topics: ['partnerschap'] },
		{
			answers: '332 333 334 453 221 221 223 455 332 343 ?34 ?31',
			trends: '+=+=========',
			topics: ['zeggenschap', 'waardering']
		},
		{ answers: '443 433 444 444 223 222 334 122 22? 434 444 3?3' },
		{
			answers: '333 232 333 444 123 212 22? 454 122 334 343 2?3',
			trends: '+=+==--==+==',
			topics: ['partnerschap', 'afspraken']
		}
	]
};
