/** The id of the questionnaire that the app is about. */
export const MAIN_ID = 'samenwerking';
