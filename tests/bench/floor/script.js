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
const statements = content.sections.flatMap(([, , items]) => items);
let going;
function show() {
	const [statement, explanation] = statements[index];
	const name = String(index);
	const choices = content.points.map((label, point) => choice(name, label, String(point + 1)));
	choices.push(choice(name, content.unknown, '0'));
	main.innerHTML = `<p>${index + 1} van ${statements.length}</p>
		<fieldset><legend><h1>${statement}</h1><p>${explanation}</p></legend>${choices.join('')}</fieldset>
		<p>${index > 0 ? '<button data-move="-1">Vorige</button>' : ''}
		${index < statements.length - 1 ? '<button data-move="1">Volgende</button>' : ''}</p>`;
	scrollTo(0, 0);
}
function go(move) {
	clearTimeout(going);
	index += move;
	show();
}
main.onclick = ({ target }) => {
	const { group, move } = target.dataset;
	if (group) store('group', group);
	else if (!move) return;
	go(Number(move || 0));
};
main.onchange = ({ target }) => {
	answers.set(target.name, target.value);
	store(target.name, target.value);
	if (index < statements.length - 1) going = setTimeout(() => go(1), 200);
};
