import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';

// On a machine that does other work as well, a second is short.
configure({ asyncUtilTimeout: 10_000 });
