// npm start: installs what is missing, builds, serves on 127.0.0.1 and prints the address.
import { installPackages, run } from './install.mjs';

installPackages();
run('npx', ['vite', 'build', '--logLevel', 'warn']);
const { serve } = await import('./serve.mjs');
const { url } = await serve({ port: Number(process.env.PORT ?? 4173) });
console.log(`\nThe app is at ${url} (Ctrl+C stops it)`);
