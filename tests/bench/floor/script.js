const main = document.querySelector('main');
const answers = new Map();
const waiting = [];
let database;
let unstored = 0;
const opening = indexedDB.open('floor', 1);
opening.onupgradeneeded = () => opening.result.createObjectStore('answers');
opening.onsuccess = () => {
	database = opening.result;
	for (const [item, answer] of waiting) put(item, answer);
};
function store(item, answer) {
	unstored += 1;
	tell();
	if (database) put(item, answer);
	else waiting.push([item, answer]);
}
function put(item, answer) {
	const transaction = database.transaction('answers', 'readwrite');
	transaction.objectStore('answers').put(answer, item);
	transaction.oncomplete = () => {
		unstored -= 1;
		tell();
	};
}
function tell() {
	main.querySelector('.saved')?.classList.toggle('unsaid', unstored > 0);
}
function choice(name, label, value) {
	const checked = answers.get(name) === value ? ' checked' : '';
	return `<label><input type="radio" name="${name}" value="${value}"${checked}>${value || ''} ${label}</label>`;
}
const statements = content.sections.flatMap(([, , items]) => items);
let index = -1;
let going;
function show() {
	const place = index < 0 ? 'Vooraf' : `Stelling ${index + 1} van ${statements.length}`;
	main.innerHTML = index < 0 ? frame() : statement();
	document.title = `${place} · Meedoen`;
	tell();
	const heading = main.querySelector('h1');
	heading.tabIndex = -1;
	heading.focus({ preventScroll: true });
	scrollTo(0, 0);
}
function frame() {
	const { question, period, terms } = content.frame;
	return `<h1>${question}</h1><p>${period}</p><p>${terms[0].text}</p>
		<button class="onward" data-move="1">Naar de stellingen</button>`;
}
function statement() {
	const [words, explanation] = statements[index];
	const name = String(index);
	const choices = content.points.map((label, point) => choice(name, label, String(point + 1)));
	choices.push(choice(name, content.unknown, '0'));
	return `<p>${index + 1} van ${statements.length}</p>
		<progress max="${statements.length}" value="${index + 1}"></progress>
		<fieldset><legend><h1>${words}</h1><p>${explanation}</p></legend>${choices.join('')}</fieldset>
		<p><button data-move="-1">Vorige</button> <span class="saved">✓ Bewaard</span>
		${index < statements.length - 1 ? '<button data-move="1">Volgende</button>' : ''}</p>`;
}
function go(move) {
	clearTimeout(going);
	index += move;
	show();
}
main.onsubmit = (event) => {
	event.preventDefault();
	store('group', event.target.elements.group.value);
	show();
};
main.onclick = ({ target }) => {
	const { move } = target.dataset;
	if (move) go(Number(move));
};
main.onchange = ({ target }) => {
	if (target.name === 'group') return;
	answers.set(target.name, target.value);
	store(target.name, target.value);
	if (index < statements.length - 1) going = setTimeout(() => go(1), 200);
};
