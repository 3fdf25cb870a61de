import { z } from 'zod';

// Before any schema: zod's generated code needs eval, which the content security policy refuses.
z.config({ jitless: true });

export { z };
