/** What each field of a questionnaire's file is for, for who makes one. The long version: docs/eigen-vragenlijst.md. */
export const fieldWords: readonly { field: string; words: string }[] = [
	{ field: 'format', words: 'Altijd 1.' },
	{
		field: 'id',
		words:
			'De naam voor de computer: kleine letters, cijfers en streepjes. Elke vragenlijst, rol, stelling, tip en bron heeft er een. Blijft voor altijd hetzelfde.'
	},
	{ field: 'version', words: 'Drie getallen met punten ertussen, zoals 1.0.0. Hoger bij elke wijziging.' },
	{ field: 'title, summary', words: 'De titel, en waarover de vragenlijst gaat: hoogstens 120 en 400 tekens.' },
	{ field: 'minutes', words: 'Hoe lang invullen duurt: from is het minste, to het meeste.' },
	{
		field: 'roles',
		words: 'De soorten groepen. groupName is de naam zolang niemand een andere kiest. Het id all kan niet.'
	},
	{ field: 'scale', words: 'De woorden bij de vijf punten van 1 tot 5, en bij "weet niet".' },
	{
		field: 'frame',
		words:
			'Het kader boven de stellingen. question is de vraag, period zegt over welke tijd het gaat, terms voor elke rol wie de woorden in de stellingen zijn, en unknown wanneer je "weet niet" kiest. partly, wat het middelste antwoord betekent, mag je weglaten.'
	},
	{
		field: 'closing',
		words:
			'De slotvraag: welke onderdelen iemand zeker wil bespreken, hoogstens zoveel als max. Telt in geen score. Mag je weglaten.'
	},
	{ field: 'themes', words: "Thema's, elk met een naam, een zin uitleg en onderdelen (dimensions)." },
	{
		field: 'dimensions',
		words:
			'Onderdelen, elk met een eigen score. shortName is één woord voor een smal scherm, radarLabel de naam in één tot drie korte regels.'
	},
	{
		field: 'items',
		words: 'Stellingen. statement is de stelling, explanation één zin met een voorbeeld: waar denk je aan?'
	},
	{
		field: 'tips',
		words:
			'Acties die binnen een maand kunnen beginnen. when is low, middling of high; for is all of het id van een rol. Een tip steunt op een bron: citations zegt welke, waar, en wat daar staat. basis is direct, of toegepast met appliedFrom als de bron over iets anders spreekt. detail is de eerste stap, whoStarts wie begint, whatChanges wat er daarna anders is: die laatste twee mag je weglaten.'
	},
	{
		field: 'prompts',
		words:
			'Gespreksvragen. when is low, middling, high, divided (een groep is verdeeld) of gap (een verschil, met bij higher de rol die hoger scoort).'
	},
	{
		field: 'generalPrompts',
		words:
			'Gespreksvragen voor elk onderdeel: gap (verschil), many-unknown (veel "weet niet"), fall (daling) en stayed-low (bleef laag). topic gaat over een onderwerp waarover documenten weinig zeggen, en verschijnt hoogstens één keer, bij een van de onderdelen in dimensions.'
	},
	{
		field: 'restsOn, sources',
		words: 'Op welke documenten een onderdeel steunt, en de lijst van documenten. Zonder documenten: een lege lijst [].'
	},
	{
		field: 'exceptions',
		words: 'Stellingen waarin "en" of "of" toch maar één ding zegt, met de reden. Meestal een lege lijst [].'
	},
	{ field: 'changes', words: 'Wat er in elke versie nieuw is.' }
];
