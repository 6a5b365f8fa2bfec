// Quick exit: a blank page at once, a title that says nothing, then away without a step Back can return to.
const leave = () => {
  document.title = 'Weather';
  document.body.replaceChildren();
  document.documentElement.className = 'left';
  location.replace('/leave');
};
document.addEventListener('click', (event) => {
  if (event.target.closest?.('[data-leave]')) {
    event.preventDefault();
    leave();
  }
});
let shifts = [];
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Shift') {
    shifts = [];
  } else if (!event.repeat) {
    shifts = [...shifts.filter((at) => event.timeStamp - at < 5000), event.timeStamp];
    if (shifts.length >= 3) leave();
  }
});
// A problem in a form is read out and seen first.
document.querySelector('[data-focus]')?.focus();
