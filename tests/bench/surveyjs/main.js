import { Model } from 'survey-core';
import 'survey-core/survey-core.fontless.min.css';
import 'survey-js-ui';
import survey from 'virtual:survey';

const model = new Model(survey);
const opening = indexedDB.open('surveyjs', 1);
opening.onupgradeneeded = () => opening.result.createObjectStore('answers');
const database = new Promise((resolve, reject) => {
	opening.onsuccess = () => resolve(opening.result);
	opening.onerror = () => reject(opening.error);
});

model.onValueChanged.add(async (sender, { name, value }) => {
	if (name === 'groep') sender.nextPage();
	(await database).transaction('answers', 'readwrite').objectStore('answers').put(value, name);
});
model.render(document.getElementById('survey'));
