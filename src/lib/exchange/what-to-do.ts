/** What people do about something from outside that cannot be used, in Dutch: the end of a refusal. */

export const ASK_FILE_AGAIN = 'Vraag om het nog eens te sturen.';

export const GET_LINK_AGAIN = 'Scan de QR-code opnieuw, of vraag om de link nog eens te sturen.';

export const GET_NEWER_APP = 'Maak verbinding met internet, laad deze app opnieuw en probeer nog eens.';
