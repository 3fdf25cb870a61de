/**
 * Every kind of figure that a row of the table can be: a closed list, so that a table of years later can be put under
 * one of today. Each with what its value is, for people.
 */
export const FIGURE_KINDS = {
	antwoord: 'Het punt van 1 tot 5 dat één mens aan één stelling gaf. Alleen van een open meting.',
	'antwoord weet niet': '1: één mens koos «weet niet» bij een stelling. Alleen van een open meting.',
	'antwoord beter': '1: één mens vindt dat het onderdeel beter gaat dan de vorige keer. Alleen van een open meting.',
	'antwoord gelijk': '1: één mens vindt dat het onderdeel gaat zoals de vorige keer. Alleen van een open meting.',
	'antwoord minder goed': '1: één mens vindt dat het onderdeel minder goed gaat. Alleen van een open meting.',
	'antwoord onderwerp': '1: één mens wil het zeker over dit onderdeel hebben. Alleen van een open meting.',
	'antwoord geen voorkeur': '1: één mens heeft geen voorkeur voor een onderwerp. Alleen van een open meting.',
	'gezamenlijk antwoord': 'Het punt van 1 tot 5 dat een groep samen aan een stelling gaf.',
	'gezamenlijk weet niet': '1: een groep koos samen «weet niet» bij een stelling.',
	'gezamenlijk onderwerp': '1: een groep wil het samen zeker over dit onderdeel hebben.',
	'gezamenlijk geen voorkeur': '1: een groep heeft samen geen voorkeur voor een onderwerp.',
	'gemiddelde van de stelling': 'Het gemiddelde van de punten die mensen van een groep aan een stelling gaven.',
	'spreiding van de stelling': 'Hoe ver die punten gemiddeld van dat gemiddelde liggen, vanaf 3 antwoorden.',
	'aantal keer 1': 'Hoeveel mensen van een groep 1 gaven aan een stelling.',
	'aantal keer 2': 'Hoeveel mensen van een groep 2 gaven aan een stelling.',
	'aantal keer 3': 'Hoeveel mensen van een groep 3 gaven aan een stelling.',
	'aantal keer 4': 'Hoeveel mensen van een groep 4 gaven aan een stelling.',
	'aantal keer 5': 'Hoeveel mensen van een groep 5 gaven aan een stelling.',
	'aantal keer weet niet': 'Hoeveel mensen van een groep «weet niet» kozen bij een stelling.',
	'score van de groep': 'De score van een groep op een onderdeel: het gemiddelde van de scores van haar mensen.',
	'score van mensen': 'Een score die mensen van een groep op een onderdeel hebben; n zegt hoeveel mensen ze hebben.',
	'laagste score': 'De laagste score van een mens van een groep op een onderdeel.',
	'hoogste score': 'De hoogste score van een mens van een groep op een onderdeel.',
	'spreiding van de groep': 'Het gemiddelde van de spreiding van de stellingen van een onderdeel.',
	verdeeld: '1: een groep is verdeeld over een onderdeel. 0: niet.',
	'gegeven antwoorden': 'Hoeveel antwoorden mensen van een groep bij een onderdeel gaven, «weet niet» meegerekend.',
	'waarvan weet niet': 'Hoeveel daarvan «weet niet» zijn.',
	'liet iets open': 'Hoeveel mensen van een groep in geen cijfer van dit onderdeel zitten, omdat ze iets open lieten.',
	'gezamenlijke score': 'De score die volgt uit wat een groep samen antwoordde.',
	samenwerkingsscore: 'Het gemiddelde van de scores van de groepen op een onderdeel. Elke groep weegt even zwaar.',
	verschil: 'De hoogste min de laagste score van de groepen op een onderdeel.',
	'afgesproken score': 'Wat de groepen in het gesprek afspraken. Het verandert niets aan de antwoorden.',
	'themascore van de groep':
		'Het gemiddelde van de scores van een groep op de onderdelen van een thema, als ze er alle zijn.',
	themascore: 'Het gemiddelde van de samenwerkingsscores van de onderdelen van een thema, als ze er alle zijn.',
	'vindt het beter': 'Hoeveel mensen van een groep vinden dat een onderdeel beter gaat dan de vorige keer.',
	'vindt het gelijk': 'Hoeveel mensen van een groep vinden dat een onderdeel gaat zoals de vorige keer.',
	'vindt het minder goed': 'Hoeveel mensen van een groep vinden dat een onderdeel minder goed gaat.',
	'wil erover praten': 'Hoeveel mensen van een groep het zeker over een onderdeel willen hebben.',
	'geen voorkeur': 'Hoeveel mensen van een groep geen voorkeur hebben voor een onderwerp.',
	bladen: 'Hoeveel bladen van een groep binnen zijn.',
	mensen: 'Hoeveel mensen een groep telt, zoals de begeleider het opgaf.',
	'overal hetzelfde':
		'Hoeveel bladen van een groep één en hetzelfde punt hebben op elke stelling. Ze tellen gewoon mee.'
} as const satisfies Record<string, string>;

export type FigureKind = keyof typeof FIGURE_KINDS;
