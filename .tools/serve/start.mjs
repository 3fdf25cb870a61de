// npm start: installs what is missing, builds, serves on 127.0.0.1 and prints the address.
import { installPackages, run } from '../install.mjs';

installPackages();
run('npx', ['vite', 'build', '--logLevel', 'warn']);
await import('./preview.mjs');
