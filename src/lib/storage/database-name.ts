import { OWN_NAME } from './place';

export const DATABASE_NAME = OWN_NAME;
