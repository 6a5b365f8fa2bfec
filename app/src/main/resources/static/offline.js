// Keeps this one page on the phone, so that the numbers are there without a signal. Nothing else is kept.
navigator.serviceWorker?.register('/help-now.js', { scope: '/help-now' });
// Somebody who keeps their plan on this phone finds it from here too.
if (localStorage.getItem('plan')) document.querySelector('[data-kept]').hidden = false;
