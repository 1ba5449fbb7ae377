const { chromium } = require('@playwright/test');
(async () => {
  const [,, out, width='1280', theme='light', ...paths] = process.argv;
  const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--no-sandbox','--disable-gpu'] });
  const c = await b.newContext({ viewport:{width:+width,height:900}, locale:'en-GB', timezoneId:'UTC' });
  const p = await c.newPage();
  if (theme==='dark') await p.addInitScript(()=>localStorage.setItem('theme','dark'));
  p.on('pageerror', e=>console.log('PAGEERROR', e.message.slice(0,300)));
  let i=0;
  for (const path of paths) {
    await p.goto('http://localhost:3000'+path);
    await p.waitForTimeout(i?3500:8000);
    const h = await p.evaluate(()=>{ const els=[...document.querySelectorAll('*')].filter(e=>e.scrollHeight>e.clientHeight+40 && /auto|scroll/.test(getComputedStyle(e).overflowY)); return Math.max(document.documentElement.scrollHeight, ...els.map(e=>e.scrollHeight+100)); });
    await p.setViewportSize({width:+width,height:Math.min(Math.max(h,900),5000)});
    await p.waitForTimeout(1200);
    const overflow = await p.evaluate(()=>document.documentElement.scrollWidth-window.innerWidth);
    await p.screenshot({path:`/tmp/shots/${out}-${i}.png`});
    console.log(path, 'h', h, 'overflow', overflow);
    await p.setViewportSize({width:+width,height:900});
    i++;
  }
  await b.close();
})();
