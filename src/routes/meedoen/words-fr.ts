import { fr } from '$lib/domain/language/fr';
import { speakOnPhone } from './speak-on-phone';

/** Loaded only where the questionnaire of the link is in this language. */
export const speakIt = (): void => speakOnPhone('fr', fr);
