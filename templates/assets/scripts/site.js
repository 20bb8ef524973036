// A site opened from disk has no server that shows index.html for a folder: links name it here.
if (location.protocol === "file:") {
  const nameIndex = (event) => {
    const link = event.target.closest("a[href]");
    if (link && link.protocol === "file:" && link.pathname.endsWith("/")) {
      link.pathname += "index.html";
    }
  };
  addEventListener("click", nameIndex);
  addEventListener("auxclick", nameIndex);
}
