import { developed, running } from './support/addresses';
import { expect, test } from './support/portalTest';

// All other tests see the portal as it is built. What `npm start` shows is the same, on the way of the development server.
test('the development server shows the portal', async ({ page }) => {
  await page.goto(running ?? developed);
  await expect(page.getByText('Next steps for my teams')).toBeVisible();
});
