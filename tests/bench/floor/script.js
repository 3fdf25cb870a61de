const main = document.querySelector('main');
const answers = new Map();
const waiting = [];
let database;
let index = 0;
const opening = indexedDB.open('floor', 1);
opening.onupgradeneeded = () => opening.result.createObjectStore('answers');
opening.onsuccess = () => {
	database = opening.result;
	for (const [item, answer] of waiting) store(item, answer);
};
function store(item, answer) {
	if (database) database.transaction('answers', 'readwrite').objectStore('answers').put(answer, item);
	else waiting.push([item, answer]);
}
function choice(name, label, value) {
	const checked = answers.get(name) === value ? ' checked' : '';
	return `<label><input type="radio" name="${name}" value="${value}"${checked}>${value || ''} ${label}</label>`;
}
function show() {
	const [theme, dimension, items] = content.sections[index];
	const articles = items.map(([statement, explanation], place) => {
		const name = `${index}-${place}`;
		const choices = content.points.map((label, point) => choice(name, label, String(point + 1)));
		choices.push(choice(name, content.unknown, '0'));
		return `<article><fieldset><legend><h2>${statement}</h2></legend>${choices.join('')}</fieldset>
			<details><summary>Waar denk je aan?</summary><p>${explanation}</p></details></article>`;
	});
	main.innerHTML = `<p>Onderdeel ${index + 1} van ${content.sections.length} · ${theme}</p><h1>${dimension}</h1>${articles.join('')}<p>
		${index > 0 ? '<button data-move="-1">Vorige</button>' : ''}
		${index < content.sections.length - 1 ? '<button data-move="1">Volgende</button>' : ''}</p>`;
	scrollTo(0, 0);
}
main.onclick = ({ target }) => {
	const { group, move } = target.dataset;
	if (group) store('group', group);
	else if (!move) return;
	index += Number(move || 0);
	show();
};
main.onchange = ({ target }) => {
	answers.set(target.name, target.value);
	store(target.name, target.value);
};
