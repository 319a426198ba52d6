// Runs before the page is drawn, so that components which need scripts do not jump when they arrive.
document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')
