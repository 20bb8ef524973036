// All that a reader with a pointer can use, which the keyboard must reach too.
() => {
  // Of radio buttons with one name the keyboard reaches one; a list of choices is one stop.
  const isOneOfGroup = (one) => one.type === "radio" && one !== document.querySelector(`input[name="${CSS.escape(one.name)}"]`);
  return all(FOCUSABLE)
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !isOneOfGroup(one))
    .map(told);
}
