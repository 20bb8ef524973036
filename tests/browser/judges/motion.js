// What moves, or would.
() => {
  const wrong = document.getAnimations().map((one) => `runs: ${one.animationName ?? one.transitionProperty}`);
  const longest = (times) => Math.max(...times.split(",").map((time) => parseFloat(time) * (time.includes("ms") ? 1 : 1000)));
  for (const one of all("*")) {
    for (const pseudo of [null, "::before", "::after"]) {
      const style = styleOf(one, pseudo);
      if (longest(style.transitionDuration) > 10 && style.transitionProperty !== "none") wrong.push(`has a transition: ${told(one)}`);
      if (style.animationName !== "none" && longest(style.animationDuration) > 10) wrong.push(`has an animation: ${told(one)}`);
    }
    if (styleOf(one).scrollBehavior === "smooth") wrong.push(`scrolls smoothly: ${told(one)}`);
  }
  all("animate, animateMotion, animateTransform, set, marquee, video[autoplay]").forEach((one) => wrong.push(`moves: ${told(one)}`));
  return wrong;
}
