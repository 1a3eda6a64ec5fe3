import { bundleLoad } from './bundle-load';

void bundleLoad().then(({ path, bytes }) => {
  console.log(`${path} (${(bytes / 1_000).toFixed(0)} kB)`);
});
