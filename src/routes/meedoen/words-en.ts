import { en } from '$lib/domain/language/en';
import { speakOnPhone } from './speak-on-phone';

/** Loaded only where the questionnaire of the link is in this language. */
export const speakIt = (): void => speakOnPhone('en', en);
