import { defineConfig } from '@playwright/test';
import config from './playwright.config';

/** npm run screenshots: the pictures in README and docs, from the real app. */
export default defineConfig({ ...config, testDir: 'screenshots', workers: 1 });
