export const DATABASE_NAME = 'samenwerkingsmeter';
