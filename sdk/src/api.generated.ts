// Made by "changke generate" from openapi.json. Do not edit.

export interface paths {
    "/v1/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was appointed to which post from when until when, past appointments too. */
        get: operations["listAppointments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, done or refused, the newest first. */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recomputes the seals of the last days from the rows; names what was edited, deleted or put in, and when it was still right. */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which backups there are, how much could be lost right now, and whether a restore was proven. */
        get: operations["readBackups"];
        put?: never;
        /** Puts a backup in line; a worker makes it. */
        post: operations["makeBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backups/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every restore that was tried and what it found, the newest first. */
        get: operations["listRestoreCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backups/drills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a drill in line: the newest backup is restored beside the house, looked through and thrown away. */
        post: operations["proveBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Brands by name. */
        get: operations["listBrands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Opens a brand or renames it. */
        put: operations["putBrand"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/card-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of cards that the house offers or has offered. */
        get: operations["listCardTypes"];
        put?: never;
        /** Defines a kind of card. */
        post: operations["createCardType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/card-types/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what is given of a kind of card, over the version that was read. */
        patch: operations["editCardType"];
        trace?: never;
    };
    "/v1/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issues a card to a member, or an unnamed one to its bearer; the whole number is answered here and nowhere else. */
        post: operations["issueCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tree of categories, parents before children. */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/categories/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Opens a category, renames it, or moves it with everything below. */
        put: operations["putCategory"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The charter in force now, whole. */
        get: operations["readCharter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charter/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every published version, newest first, page by page. */
        get: operations["listCharterVersions"];
        put?: never;
        /** Publishes a charter from a moment on; it never changes afterwards. */
        post: operations["publishCharter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charter/versions/{no}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One published version, whole. */
        get: operations["readCharterVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same with a reason, the search of the list, and personal columns in clear for who may see them. */
        post: operations["exportList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{list}.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A list as CSV or XLSX within the caller’s reach, personal columns masked. */
        get: operations["downloadList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mappings that were kept by name. */
        get: operations["listImportMappings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import-mappings/{kind}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forgets a mapping. */
        delete: operations["forgetImportMapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports with how far they are, newest first. */
        get: operations["listImports"];
        put?: never;
        /** Takes in a CSV (also gzip) or XLSX of members, products, purchases or opening balances; nothing is imported yet. */
        post: operations["uploadImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import: its file, mapping, options, progress and reports. */
        get: operations["readImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends an import for good; what is in stays in and can be undone. */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A dry run: every row is judged and nothing is imported. */
        post: operations["checkImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/errors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same list as a file. */
        get: operations["downloadImportProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says which column is what and how the file is read; kept under a name, it is proposed for the next file. */
        put: operations["mapImport"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets an import rest after its batch; what is in stays in. */
        post: operations["pauseImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows that could not be taken in: what is wrong and what to do, in the language that is asked for. */
        get: operations["listImportProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on where an import was left. */
        post: operations["resumeImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first rows of a file as they will be read; personal columns are masked. */
        get: operations["readImportSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts an import in line; several run one after another. */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a whole import back; what was used since stays and is listed, or becomes a debt. */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets the password of who was invited and signs them in. */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom an invitation is for; its secret never stands in an address. */
        post: operations["readInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys with role, scope and last use. */
        get: operations["listKeys"];
        put?: never;
        /** Makes an API key; it is shown this once. */
        post: operations["makeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes an API key; within a second no server accepts it. */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/member-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fields that the house has added to its archives, in the order of forms. */
        get: operations["listMemberFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/member-fields/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Adds a field to the archives or changes it; its type stays. */
        put: operations["putMemberField"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members within the scope, newest first, masked. */
        get: operations["listMembers"];
        put?: never;
        /** Takes a new member in. A phone leads to one member: a second one with it is refused with a masked hint. */
        post: operations["createMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finds members by whole phone, card, number or foreign id (anywhere), by last four digits or name (within the scope). */
        post: operations["searchMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds and removes tags of up to 1,000 members; each is answered on its own. */
        post: operations["tagMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member’s archive, masked. Outside the scope it does not exist. */
        get: operations["readMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what is given of an archive, over the version that was read; null empties. */
        patch: operations["editMember"];
        trace?: never;
    };
    "/v1/members/{id}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member’s cards, newest first. */
        get: operations["listCards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/cards/{cardId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Activates a card that was issued, or closes one for good. */
        post: operations["changeCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down that a member may be reached by a channel, or may not any more. */
        post: operations["decideMemberConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Points given or taken by hand, newest first. */
        get: operations["listAdjustments"];
        put?: never;
        /** Gives or takes points by hand, with a reason. */
        post: operations["adjustPoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A phone, e-mail, id number or address in clear, for a reason that the trail keeps. */
        post: operations["revealMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member’s entries, balances and lots, as of a moment and as known at a moment. */
        get: operations["readStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a membership or opens it again, for a reason. */
        post: operations["changeMemberStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds and removes tags. */
        post: operations["changeMemberTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/tiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a member’s tier changed, newest first. */
        get: operations["listTierHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/topups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member’s top-ups, newest first. */
        get: operations["listTopUps"];
        put?: never;
        /** Takes money in for a member: principal, and the bonus that the charter gives. */
        post: operations["topUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation with the programme’s currency, zone and language. */
        get: operations["readOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the organisation’s name, zone or language. */
        patch: operations["changeOrganisation"];
        trace?: never;
    };
    "/v1/organisation/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation chart: units, posts, holders and lines of reporting. */
        get: operations["readChart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people who play a role within the caller’s scope. */
        get: operations["listPeople"];
        put?: never;
        /** Makes a person with their first roles; an invitation lets them in. */
        post: operations["makePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same by part of a name or a personnel number, which never stand in an address. */
        post: operations["searchPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person with their roles. */
        get: operations["readPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a person’s name, number, logins or language. */
        patch: operations["changePerson"];
        trace?: never;
    };
    "/v1/people/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a person’s access; their name stays in what they did. */
        post: operations["dismissPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a person play a role in a unit and everything below it. */
        post: operations["grantRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/grants/{grantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a role from a person, within a second also in open sessions. */
        delete: operations["revokeRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A link that is good once within 72 hours: its holder sets a password. Also for a forgotten one. */
        post: operations["invitePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes the second factor from a person who has lost it; they are signed out everywhere. */
        delete: operations["endSecondFactorOfPerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a person is signed in. */
        get: operations["listSessionsOfPerson"];
        put?: never;
        post?: never;
        /** Signs a person out everywhere. */
        delete: operations["endSessionsOfPerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a person back who had left, with the roles that they had. */
        post: operations["takeBackPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts with their holders and vacancies. */
        get: operations["listPosts"];
        put?: never;
        /** Makes a post in a unit, under a superior post. */
        post: operations["makePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A post with who holds it now or will. */
        get: operations["readPost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a post’s title, place, superior, grade or headcount. */
        patch: operations["changePost"];
        trace?: never;
    };
    "/v1/posts/{id}/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Appoints a person to a post; what they may do is granted as a role. */
        post: operations["appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts/{id}/appointments/{appointmentId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends an appointment with a last day. */
        post: operations["endAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a post that nobody holds. */
        post: operations["closePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products by SKU; a category means everything below it. */
        get: operations["listProducts"];
        /** Takes up to 1,000 products into the catalog or changes what is given of them; each is answered on its own. */
        put: operations["putProducts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whatever was scanned or typed: SKU, barcode, or a part of a name, its pinyin or initials. */
        post: operations["findProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product. */
        get: operations["readProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller’s own name, logins, language and theme. */
        get: operations["readProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the caller’s language or theme. */
        patch: operations["changeProfile"];
        trace?: never;
    };
    "/v1/profile/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes the caller’s password; their other sessions end. */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/profile/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the second factor is on, and how many recovery codes are left. */
        get: operations["readSecondFactor"];
        put?: never;
        /** Makes the secret for an authenticator app, on the password; it counts once it is confirmed. */
        post: operations["beginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/profile/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turns the second factor on by a first right code; the recovery codes are shown this once. */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/profile/second-factor/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the second factor away, on the password. */
        post: operations["endSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/profile/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller’s own views of lists: filters and columns under a name. */
        get: operations["listViews"];
        put?: never;
        /** Keeps a view of a list for the caller; one of the same name is replaced. */
        post: operations["keepView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/profile/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forgets a view of the caller’s. */
        delete: operations["forgetView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sales and returns within the caller’s scope, newest first. */
        get: operations["listPurchases"];
        put?: never;
        /** Records a sale; the answer is its receipt. */
        post: operations["recordPurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/purchases/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records up to 1,000 sales, each answered on its own, in order. */
        post: operations["recordPurchases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/purchases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One purchase, by its id or by the number on its receipt. */
        get: operations["readPurchase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/purchases/{id}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records a return of a sale by line and quantity, in any store. */
        post: operations["returnPurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/purchases/{id}/returns/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a return of a sale would give back and take back, to the last unit. Nothing is written. */
        post: operations["previewReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a basket would come to: due, points, growth, what the member may use. Nothing is written. */
        post: operations["quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records a return whose sale is not here: an old system’s, or a lost receipt. */
        post: operations["returnUnlinked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a return without its sale would give back and take back. Nothing is written. */
        post: operations["previewUnlinkedReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every role with its permissions, and every permission there is. */
        get: operations["listRoles"];
        put?: never;
        /** Makes a role out of permissions that the maker holds. */
        post: operations["makeRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a role of one’s own that nobody plays. */
        delete: operations["removeRole"];
        options?: never;
        head?: never;
        /** Changes a role for everybody who plays it. */
        patch: operations["changeRole"];
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, what they may, and in which stores. */
        get: operations["readSession"];
        put?: never;
        /** Signs a person in; the session is a cookie. */
        post: operations["signIn"];
        /** Ends the session. */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the caller is signed in. */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of the caller’s own sessions. */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether nobody has set this house up yet, and how far a demo has been told. */
        get: operations["readSetup"];
        put?: never;
        /** The first visit: organisation, first store and till, owner, and a charter template or the demo shop. Once only. */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shifts within the caller’s scope with the cash counted and what they took by tender, newest first. */
        get: operations["listShifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shifts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A shift with what it took by tender. */
        get: operations["readShift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shifts/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a shift with the cash counted. */
        post: operations["closeShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shifts/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One shift with its store, till and cashier by name. */
        get: operations["readShiftRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stores in the caller’s scope; open ones unless asked otherwise. */
        get: operations["listStores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tills of a store, with the shift that runs at each. */
        get: operations["listTills"];
        put?: never;
        /** Sets a till up in a store. */
        post: operations["addTill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tills/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Renames a till, or closes and opens it. */
        patch: operations["changeTill"];
        trace?: never;
    };
    "/v1/tills/{id}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins a shift with the cash in the drawer. */
        post: operations["openShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller’s stores took in on their business days of now, by till; who joined; which shifts run. */
        get: operations["readToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller’s part of the organisation’s tree, parents before children. */
        get: operations["listUnits"];
        put?: never;
        /** Adds a brand, region, store or department. */
        post: operations["makeUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One unit of the tree. */
        get: operations["readUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a unit’s name, code or particulars. */
        patch: operations["changeUnit"];
        trace?: never;
    };
    "/v1/units/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a unit; what was booked there stays. */
        post: operations["closeUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves a unit with everything below it under another; scopes follow. */
        post: operations["moveUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a closed unit again. */
        post: operations["reopenUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this process lives. */
        get: operations["readLife"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this process can serve: its database answers, the tables are this version’s, next month’s partitions exist. */
        get: operations["readReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests, lanes, pools, the event loop and memory, for Prometheus. From this machine itself without signing in. */
        get: operations["readMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Adjustment: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            memberId: string;
            amount: number;
            reason: string;
            staff: string;
            balance: number;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            madeAt: string;
        };
        ApiKey: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            name: string;
            /** @description How the key begins; the rest is kept nowhere. */
            prefix: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            roleId: string;
            roleNameZh: string;
            roleNameEn: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            unitId: string;
            unitName: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            madeAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            usedAt: string | null;
            usedFrom: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            revokedAt: string | null;
        };
        Appointment: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            postId: string;
            /** @description The post’s title, as it is now. */
            title: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            unitId: string;
            unitName: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            personId: string;
            name: string;
            /** Format: date */
            fromOn: string;
            /**
             * Format: date
             * @description The last day, in the programme’s zone.
             */
            untilOn: string | null;
        };
        AuditChain: {
            /** @description The table. */
            chain: string;
            seals: number;
            rows: number;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            since: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            through: string | null;
            /** @description Rows not yet sealed; those of the last two seconds are always. */
            unsealed: number;
            /** @description The last seal’s digest. Kept elsewhere, it proves that the end was not cut off. */
            head: string | null;
            faultCount: number;
            /** @description The first hundred. */
            faults: components["schemas"]["AuditFault"][];
        };
        AuditEntry: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /** @description The operation, as in this reference, or what a worker did. */
            kind: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            callerId: string | null;
            /** @description person, key or system, with the name as it was then. */
            caller: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            subjectId: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId: string | null;
            /** @description `done`, or the code of the refusal. */
            outcome: string;
            body: {
                [key: string]: unknown;
            };
            requestId: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            actedAt: string;
        };
        AuditFault: {
            /** @enum {string} */
            fault: "edited" | "deleted" | "inserted" | "seal_forged" | "seal_missing" | "unreadable" | "future";
            /** @description The row, when it is one row that is wrong. */
            id: string | null;
            seal: number | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            sealedAfter: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            sealedAt: string | null;
        };
        AuditVerdict: {
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            verifiedAt: string;
            tookMs: number;
            faults: number;
            chains: components["schemas"]["AuditChain"][];
        };
        Backup: {
            id: string;
            /**
             * @description `physical`: the files of the embedded server and everything written since. `logical`: the rows.
             * @enum {string}
             */
            kind: "physical" | "logical";
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            endedAt: string;
            /** @description As it lies in the folder, packed and encrypted. */
            bytes: number;
            /** @description Whether its last check held; null when it was not checked. */
            sound: boolean | null;
        };
        BackupJob: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /** @enum {string} */
            kind: "backup" | "drill";
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            askedAt: string;
            askedBy: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            begunAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            endedAt: string | null;
            /**
             * @description Where it is.
             * @enum {string}
             */
            step: "waiting" | "copying" | "catching_up" | "restoring" | "starting" | "verifying" | "done" | "failed";
            /** @description How much of it was written so far; 0 where it is not counted. */
            doneBytes: number;
            /** @description Why it failed, as the server says it, in English. */
            fault: string | null;
        };
        BackupStatus: {
            /**
             * @description `physical`: the files of the embedded server and everything written since. `logical`: the rows.
             * @enum {string|null}
             */
            mode: "physical" | "logical" | null;
            /** @description Whether the house runs on the embedded PostgreSQL. */
            embedded: boolean;
            folder: string | null;
            keepDays: number;
            /**
             * @description Whether what is written is kept until it has been copied. `none` for logical backups.
             * @enum {string}
             */
            slot: "ok" | "lost" | "none";
            /** @description Everything committed until this moment can be restored (ISO 8601). */
            walUntil: string | null;
            /** @description Seconds of work that would be lost if the machine were lost now. */
            behindS: number | null;
            /** @description The newest first. */
            bases: components["schemas"]["Backup"][];
            drill: {
                possible: boolean;
                /**
                 * @description `database`: a logical copy is proven in an empty database of CHANGKE_DRILL_DATABASE_URL.
                 * @enum {string|null}
                 */
                lacks: "database" | "backup" | null;
            };
            /** @description What waits or runs. */
            job: components["schemas"]["BackupJob"] | null;
            /** @description The last backup and the last drill that ended. */
            lastJobs: components["schemas"]["BackupJob"][];
            lastCertificate: components["schemas"]["RestoreCertificate"] | null;
            /** @description Why the folder could not be read, in the server’s words. */
            trouble: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            nextBackupAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            nextDrillAt: string | null;
        };
        Balance: {
            unit: string;
            shown: number;
            pending: number;
            held: number;
            debt: number;
        };
        BasketLine: {
            sku: string;
            name?: string;
            /** @default 1 */
            quantity?: number;
            unitPrice?: number;
            listPrice?: number;
            /** @description What the line costs, if it is not quantity × unitPrice rounded half up. */
            amount?: number;
            category?: string;
            prescription?: boolean;
        };
        BatchRefusal: {
            code: string;
            status: number;
            details: {
                [key: string]: unknown;
            };
            reference?: string;
        };
        /** @description A birthday as it is kept: month and day in its own calendar, the year when it is known. A lunar day keeps its lunar month and day. */
        Birthday: {
            /** @enum {string} */
            calendar: "solar" | "lunar";
            /** @default null */
            year: number | null;
            month: number;
            day: number;
            /**
             * @description Born in a leap month of the lunar calendar.
             * @default false
             */
            leap: boolean;
        };
        /** @description A birthday as it is kept: month and day in its own calendar, the year when it is known. A lunar day keeps its lunar month and day. */
        BirthdayInput: {
            /** @enum {string} */
            calendar: "solar" | "lunar";
            /** @default null */
            year?: number | null;
            month: number;
            day: number;
            /**
             * @description Born in a leap month of the lunar calendar.
             * @default false
             */
            leap?: boolean;
        };
        Brand: {
            code: string;
            name: string;
            /** @default null */
            nameEn: string | null;
        };
        /** @description A card as it is listed. The whole number is said once, when the card is issued. */
        Card: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            cardId: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            memberId: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            accountId: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            typeId: string;
            typeCode: string;
            typeName: string;
            typeNameEn: string;
            kind: string;
            /** @enum {string} */
            medium: "virtual" | "physical";
            /** @description The last four characters of the number. */
            ending: string;
            /** @enum {string} */
            status: "issued" | "active" | "closed";
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId: string | null;
            /** Format: date */
            expiresOn: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            issuedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            activatedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            closedAt: string | null;
        };
        CardType: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            typeId: string;
            code: string;
            name: string;
            nameEn: string;
            /**
             * @description What the card is for: points, stored money, visits, a time, a discount.
             * @enum {string}
             */
            kind: "points" | "stored_value" | "count" | "period" | "discount";
            /** @description A named card is issued to a member; an unnamed one to whoever bears it. */
            named: boolean;
            media: ("virtual" | "physical")[];
            /** @description The first characters of numbers that are made; of the alphabet without lookalikes. */
            prefix: string;
            /** @description Counted from the day of issue; null never ends. */
            validityMonths: number | null;
            remark: string;
            /** @enum {string} */
            status: "open" | "retired";
            version: number;
        };
        Category: {
            code: string;
            name: string;
            /** @default null */
            nameEn: string | null;
            /** @default null */
            parent: string | null;
        };
        CategoryInTree: {
            code: string;
            name: string;
            /** @default null */
            nameEn: string | null;
            /** @default null */
            parent: string | null;
            path: string[];
        };
        /** @description All rules of a programme, as one typed document. Published versions never change. */
        Charter: {
            template: string;
            name: components["schemas"]["Words"];
            points: {
                earn: components["schemas"]["EarningRule"][];
                growth: components["schemas"]["EarningRule"][];
                /** @enum {string} */
                rounding: "down" | "half_up" | "up";
                doNotEarn: {
                    tenders: ("cash" | "card" | "wechat" | "alipay" | "wallet" | "points" | "other")[];
                    prescription: boolean;
                };
                mostPerPurchase: number | null;
                expiry: {
                    /** @constant */
                    kind: "never";
                } | {
                    /** @constant */
                    kind: "month_end";
                    months: number;
                } | {
                    /** @constant */
                    kind: "year_end";
                    years: number;
                };
                spend: {
                    points: number;
                    amount: number;
                    step: number;
                    mostPercent: number;
                } | null;
            };
            tiers: {
                levels: {
                    code: string;
                    name: components["schemas"]["Words"];
                    from: number;
                    /** @default [] */
                    benefits: components["schemas"]["Words"][];
                }[];
            };
            wallets: {
                least: number;
                most: number;
                mostHeld: number;
                bonuses: {
                    from: number;
                    bonus: number;
                }[];
                /** @enum {string} */
                split: "principal_first" | "bonus_first" | "proportional";
            };
            returns: {
                /** @description A sale may be returned for so many days after its business day; null: always. */
                days: number | null;
                /** @description What goes back to a lot that has ended lives at least so many days more. */
                reopenDays: number;
            };
            limits: {
                /** @description How many days a sale told late may lie back. */
                backdateDays: number;
            };
        };
        /** @description All rules of a programme, as one typed document. Published versions never change. */
        CharterInput: {
            template: string;
            name: components["schemas"]["WordsInput"];
            points: {
                earn: components["schemas"]["EarningRuleInput"][];
                growth: components["schemas"]["EarningRuleInput"][];
                /** @enum {string} */
                rounding: "down" | "half_up" | "up";
                doNotEarn: {
                    tenders: ("cash" | "card" | "wechat" | "alipay" | "wallet" | "points" | "other")[];
                    prescription: boolean;
                };
                mostPerPurchase: number | null;
                expiry: {
                    /** @constant */
                    kind: "never";
                } | {
                    /** @constant */
                    kind: "month_end";
                    months: number;
                } | {
                    /** @constant */
                    kind: "year_end";
                    years: number;
                };
                spend: {
                    points: number;
                    amount: number;
                    step: number;
                    mostPercent: number;
                } | null;
            };
            tiers: {
                levels: {
                    code: string;
                    name: components["schemas"]["WordsInput"];
                    from: number;
                    /** @default [] */
                    benefits?: components["schemas"]["WordsInput"][];
                }[];
            };
            wallets: {
                least: number;
                most: number;
                mostHeld: number;
                bonuses: {
                    from: number;
                    bonus: number;
                }[];
                /** @enum {string} */
                split: "principal_first" | "bonus_first" | "proportional";
            };
            returns: {
                /** @description A sale may be returned for so many days after its business day; null: always. */
                days: number | null;
                /** @description What goes back to a lot that has ended lives at least so many days more. */
                reopenDays: number;
            };
            limits: {
                /** @description How many days a sale told late may lie back. */
                backdateDays: number;
            };
        };
        /** @description A version of the charter and from when it is in force. */
        CharterVersion: {
            no: number;
            charter: components["schemas"]["Charter"];
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            effectiveFrom: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            publishedAt: string;
            publishedBy: string;
            note: string;
        };
        CharterVersionHead: {
            no: number;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            effectiveFrom: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            publishedAt: string;
            publishedBy: string;
            note: string;
            name: components["schemas"]["Words"];
        };
        Conditions: {
            categories?: string[];
            labels?: string[];
            skus?: string[];
            tiers?: string[];
            weekdays?: number[];
            /** @constant */
            firstPurchase?: true;
        };
        ConditionsInput: {
            categories?: string[];
            labels?: string[];
            skus?: string[];
            tiers?: string[];
            weekdays?: number[];
            /** @constant */
            firstPurchase?: true;
        };
        Consent: {
            /** @enum {string} */
            channel: "sms" | "email" | "phone" | "wechat";
            given: boolean;
            source: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            decidedAt: string;
        };
        /** @description A new member: `id` names it everywhere in the API; `memberId` is the same, as cards and purchases say it. */
        CreatedMember: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            memberId: string;
            number: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
        };
        /** @description How units are earned. `per_amount`: `units` for each whole `amount` paid (minor units); `multiplier` adds percent − 100 to what other rules gave. */
        EarningRule: {
            /** @constant */
            code: "per_amount";
            name: components["schemas"]["Words"];
            args: {
                amount: number;
                units: number;
            };
            /** @default {} */
            when: components["schemas"]["Conditions"];
        } | {
            /** @constant */
            code: "per_quantity";
            name: components["schemas"]["Words"];
            args: {
                units: number;
            };
            /** @default {} */
            when: components["schemas"]["Conditions"];
        } | {
            /** @constant */
            code: "fixed";
            name: components["schemas"]["Words"];
            args: {
                units: number;
            };
            /** @default {} */
            when: components["schemas"]["Conditions"];
        } | {
            /** @constant */
            code: "multiplier";
            name: components["schemas"]["Words"];
            args: {
                percent: number;
            };
            /** @default {} */
            when: components["schemas"]["Conditions"];
        };
        /** @description How units are earned. `per_amount`: `units` for each whole `amount` paid (minor units); `multiplier` adds percent − 100 to what other rules gave. */
        EarningRuleInput: {
            /** @constant */
            code: "per_amount";
            name: components["schemas"]["WordsInput"];
            args: {
                amount: number;
                units: number;
            };
            /** @default {} */
            when?: components["schemas"]["ConditionsInput"];
        } | {
            /** @constant */
            code: "per_quantity";
            name: components["schemas"]["WordsInput"];
            args: {
                units: number;
            };
            /** @default {} */
            when?: components["schemas"]["ConditionsInput"];
        } | {
            /** @constant */
            code: "fixed";
            name: components["schemas"]["WordsInput"];
            args: {
                units: number;
            };
            /** @default {} */
            when?: components["schemas"]["ConditionsInput"];
        } | {
            /** @constant */
            code: "multiplier";
            name: components["schemas"]["WordsInput"];
            args: {
                percent: number;
            };
            /** @default {} */
            when?: components["schemas"]["ConditionsInput"];
        };
        /** @description One entry of a statement: amount as the member sees it (+ received, − given), the cause it came from. */
        Entry: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            unit: string;
            amount: number;
            /** @enum {string} */
            state: "open" | "pending" | "held" | "debt";
            /** Format: date */
            endsOn: string | null;
            lotBalance: number;
            causeKind: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            causeId: string;
            causeLine: number | null;
            charter: number;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            staffId: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            postedAt: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            reverses: string | null;
        };
        Explanation: {
            /** @default [] */
            given: {
                /** @enum {string} */
                unit: "points" | "growth";
                rule: components["schemas"]["Words"];
                units: number;
                perLine: number[];
            }[];
            /** @default [] */
            notEarned: {
                line: number;
                /** @enum {string} */
                why: "walk_in" | "prescription" | "product" | "tender" | "free" | "rounded" | "blocked" | "history";
            }[];
            /** @default 0 */
            capped: number;
            /** @default 0 */
            debt: number;
            /**
             * Format: date
             * @default null
             */
            endsOn: string | null;
            /** @default null */
            next: {
                code: string;
                name: components["schemas"]["Words"];
                missing: number;
            } | null;
            /** @default null */
            expiring: {
                points: number;
                /** Format: date */
                on: string;
            } | null;
            /** @default null */
            tiers: {
                before: components["schemas"]["Words"];
                after: components["schemas"]["Words"];
            } | null;
            /** @default  */
            reason: string;
        };
        /** @description What somebody wants to take out of the house, and why. */
        ExportInput: {
            /** @enum {string} */
            list: "members" | "cards" | "purchases" | "purchase-lines" | "shifts" | "products" | "transfers" | "audit" | "imports" | "import-problems" | "people" | "posts" | "stores";
            /** @enum {string} */
            format: "csv" | "xlsx";
            reason: string;
            /**
             * @description Members with phone, e-mail, id number and address in clear; needs `members.reveal`.
             * @default false
             */
            reveal?: boolean;
            /** @enum {string} */
            language?: "zh" | "en";
            tags?: string[];
            tiers?: number[];
            stores?: string[];
            status?: string;
            kind?: string;
            /** Format: date */
            joinedFrom?: string;
            /** Format: date */
            joinedTo?: string;
            /** @enum {string} */
            incomplete?: "true" | "false";
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId?: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            to?: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            memberId?: string;
            unit?: string;
            category?: string;
            brand?: string;
            label?: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            subjectId?: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            callerId?: string;
            outcome?: string;
            /**
             * Format: date
             * @description The first day, in the programme’s zone.
             */
            fromOn?: string;
            /**
             * Format: date
             * @description The last day, in the programme’s zone.
             */
            untilOn?: string;
            state?: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            importId?: string;
            /** @enum {string} */
            task?: "check" | "run" | "undo";
            /**
             * Format: uuid
             * @description Only this unit and what is below it.
             */
            unitId?: string;
            /** @enum {string} */
            vacant?: "true" | "false";
            /**
             * Format: uuid
             * @description UUID version 7
             */
            below?: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            tillId?: string;
            receipt?: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            saleId?: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            shiftId?: string;
            q?: string;
        };
        /** @description Who plays which role where: the role holds in the unit and in everything below it. */
        Grant: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            roleId: string;
            roleCode: string | null;
            roleNameZh: string;
            roleNameEn: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            unitId: string;
            unitName: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            grantedAt: string;
        };
        Import: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /** @enum {string} */
            kind: "members" | "products" | "purchases" | "openings";
            fileName: string;
            fileBytes: number;
            /** @enum {string} */
            state: "ready" | "waiting" | "running" | "paused" | "done" | "failed" | "cancelled" | "undone";
            /** @enum {string|null} */
            task: "check" | "run" | "undo" | null;
            /** @enum {string|null} */
            wish: "pause" | "cancel" | null;
            caller: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            madeAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            queuedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            beganAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            endedAt: string | null;
            /** @description Rows of the file, whatever is being done with them; null while nobody has counted them. */
            rowsInFile: number | null;
            /** @description How far it is, in rows; in things while an undo takes them back. */
            rowsDone: number;
            rowsTotal: number | null;
            /** @description False: `rowsTotal` is an estimate. */
            rowsExact: boolean;
            /** @description Rows in a second, lately; and how many seconds are left at that. */
            rate: number;
            secondsLeft: number | null;
            counts: components["schemas"]["ImportCounts"];
            fault: {
                code: string;
                details: {
                    [key: string]: unknown;
                };
            } | null;
        };
        /** @description What became of the rows so far. Sums are in minor units or whole units, by what they are of. */
        ImportCounts: {
            /** @default 0 */
            rows: number;
            /**
             * @description Taken in, to a member (or as a product).
             * @default 0
             */
            accepted: number;
            /**
             * @description Taken in as purchases of nobody we know.
             * @default 0
             */
            anonymous: number;
            /**
             * @description Not taken in: each is listed with what is wrong and what to do.
             * @default 0
             */
            reported: number;
            /** @default 0 */
            empty: number;
            /**
             * @description Taken in, with a remark worth a look.
             * @default 0
             */
            remarked: number;
            /**
             * @description Rows reported beyond the length of the list.
             * @default 0
             */
            unlisted: number;
            /**
             * @description What came of the rows: members, products, purchases, balances.
             * @default 0
             */
            things: number;
            /** @default {} */
            sums: {
                [key: string]: number;
            };
            /** @default {} */
            stores: {
                [key: string]: {
                    [key: string]: number;
                };
            };
        };
        ImportDetail: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /** @enum {string} */
            kind: "members" | "products" | "purchases" | "openings";
            fileName: string;
            fileBytes: number;
            /** @enum {string} */
            state: "ready" | "waiting" | "running" | "paused" | "done" | "failed" | "cancelled" | "undone";
            /** @enum {string|null} */
            task: "check" | "run" | "undo" | null;
            /** @enum {string|null} */
            wish: "pause" | "cancel" | null;
            caller: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            madeAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            queuedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            beganAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            endedAt: string | null;
            rowsInFile: number | null;
            rowsDone: number;
            rowsTotal: number | null;
            rowsExact: boolean;
            rate: number;
            secondsLeft: number | null;
            counts: components["schemas"]["ImportCounts"];
            fault: {
                code: string;
                details: {
                    [key: string]: unknown;
                };
            } | null;
            shape: {
                /** @enum {string} */
                form: "csv" | "xlsx";
                packed: boolean;
                encoding: string;
                delimiter: string;
                sheets: string[];
                sheet: string;
                headerRow: number;
            };
            columns: string[];
            fields: components["schemas"]["ImportField"][];
            mapping: {
                [key: string]: string;
            };
            options: components["schemas"]["ImportOptions"];
            checked: components["schemas"]["ImportReport"] | null;
            /** @description The mapping or an option was changed since the check. */
            checkedIsStale: boolean;
            report: components["schemas"]["ImportReport"] | null;
            undoReport: components["schemas"]["ImportReport"] | null;
            /**
             * Format: uuid
             * @description Another import of the very same file that is in.
             */
            sameFile: string | null;
        };
        /** @description What can stand in a column, and by which names it is guessed. */
        ImportField: {
            key: string;
            zh: string;
            en: string;
            needed: boolean;
            personal: boolean;
        };
        ImportMapping: {
            /** @enum {string} */
            kind: "members" | "products" | "purchases" | "openings";
            name: string;
            mapping: {
                [key: string]: string;
            };
            options: components["schemas"]["ImportOptions"];
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            savedAt: string;
            savedBy: string;
        };
        ImportOptions: {
            /** @enum {string} */
            encoding?: "utf-8" | "gb18030" | "utf-16le" | "utf-16be" | "big5" | "shift_jis" | "euc-kr" | "windows-1252";
            delimiter?: string;
            sheet?: string;
            /** @description The row with the names of the columns; 0 when there is none. */
            headerRow?: number;
            /**
             * @description Amounts are in yuan (dollars, pounds …), or in fen (cents, pence …).
             * @default yuan
             * @enum {string}
             */
            unit: "yuan" | "fen";
            /**
             * @default .
             * @enum {string}
             */
            decimal: "." | ",";
            /** @description What the amounts are in; a row of a store with another currency is reported. */
            currency?: string;
            /**
             * @description How days are written when the year does not stand first.
             * @default dmy
             * @enum {string}
             */
            dayOrder: "dmy" | "mdy";
            /**
             * @description Lunar birthdays stand in the file as the solar day of birth, or as the lunar day itself.
             * @default solar
             * @enum {string}
             */
            lunarAs: "solar" | "lunar";
            /** @description The zone of the moments in the file; that of the store unless said. */
            zone?: string;
            /**
             * Format: uuid
             * @description The store of rows that name none.
             */
            storeId?: string;
            /**
             * @description What the file calls a store → the store. Codes of stores are understood without.
             * @default {}
             */
            stores: {
                [key: string]: string;
            };
            /**
             * @description Purchases: told as history, which moves no value, or as earning.
             * @default history
             * @enum {string}
             */
            as: "history" | "earning";
            /**
             * @description Whose ids the foreign ids in the file are: the name of the old system.
             * @default import
             */
            source: string;
            /**
             * @description Purchases of members who are not known: reported, or a bare member is made.
             * @default report
             * @enum {string}
             */
            unknownMembers: "report" | "create";
            /**
             * @description Members who are likely known already by name and birthday: reported, or taken in with a remark.
             * @default report
             * @enum {string}
             */
            duplicates: "report" | "take";
            /**
             * @description Undo: what was used since becomes a debt.
             * @default false
             */
            undoAsDebt: boolean;
            /**
             * @description Opening balances: what should come to, per store (id, or `all`).
             * @default {}
             */
            control: {
                [key: string]: {
                    points?: number;
                    growth?: number;
                    principal?: number;
                    bonus?: number;
                };
            };
        };
        ImportOptionsInput: {
            /** @enum {string} */
            encoding?: "utf-8" | "gb18030" | "utf-16le" | "utf-16be" | "big5" | "shift_jis" | "euc-kr" | "windows-1252";
            delimiter?: string;
            sheet?: string;
            /** @description The row with the names of the columns; 0 when there is none. */
            headerRow?: number;
            /**
             * @description Amounts are in yuan (dollars, pounds …), or in fen (cents, pence …).
             * @default yuan
             * @enum {string}
             */
            unit?: "yuan" | "fen";
            /**
             * @default .
             * @enum {string}
             */
            decimal?: "." | ",";
            /** @description What the amounts are in; a row of a store with another currency is reported. */
            currency?: string;
            /**
             * @description How days are written when the year does not stand first.
             * @default dmy
             * @enum {string}
             */
            dayOrder?: "dmy" | "mdy";
            /**
             * @description Lunar birthdays stand in the file as the solar day of birth, or as the lunar day itself.
             * @default solar
             * @enum {string}
             */
            lunarAs?: "solar" | "lunar";
            /** @description The zone of the moments in the file; that of the store unless said. */
            zone?: string;
            /**
             * Format: uuid
             * @description The store of rows that name none.
             */
            storeId?: string;
            /**
             * @description What the file calls a store → the store. Codes of stores are understood without.
             * @default {}
             */
            stores?: {
                [key: string]: string;
            };
            /**
             * @description Purchases: told as history, which moves no value, or as earning.
             * @default history
             * @enum {string}
             */
            as?: "history" | "earning";
            /**
             * @description Whose ids the foreign ids in the file are: the name of the old system.
             * @default import
             */
            source?: string;
            /**
             * @description Purchases of members who are not known: reported, or a bare member is made.
             * @default report
             * @enum {string}
             */
            unknownMembers?: "report" | "create";
            /**
             * @description Members who are likely known already by name and birthday: reported, or taken in with a remark.
             * @default report
             * @enum {string}
             */
            duplicates?: "report" | "take";
            /**
             * @description Undo: what was used since becomes a debt.
             * @default false
             */
            undoAsDebt?: boolean;
            /**
             * @description Opening balances: what should come to, per store (id, or `all`).
             * @default {}
             */
            control?: {
                [key: string]: {
                    points?: number;
                    growth?: number;
                    principal?: number;
                    bonus?: number;
                };
            };
        };
        ImportProblem: {
            row: number;
            column: string;
            /** @description As it stands in the file; masked if it is personal. */
            value: string;
            code: string;
            details: {
                [key: string]: unknown;
            };
            /** @description True: the row is in, and this is a remark. */
            taken: boolean;
            /** @description What is wrong, and what to do, in the language that was asked for. */
            wrong: string;
            todo: string;
        };
        /** @description The end of a check, a run or an undo. */
        ImportReport: {
            counts: components["schemas"]["ImportCounts"];
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            beganAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            endedAt: string;
            /**
             * @description Control: what the file says against what the house has now. Empty when they agree.
             * @default []
             */
            differences: {
                what: string;
                file: number;
                house: number;
            }[];
            /**
             * @description Undo: what was used since and stays.
             * @default []
             */
            kept: {
                what: string;
                /**
                 * Format: uuid
                 * @description UUID version 7
                 */
                id: string;
                amount: number;
            }[];
            /** @default 0 */
            keptCount: number;
        };
        IssueCard: {
            /**
             * Format: uuid
             * @description Whose card it is; nobody's for an unnamed one.
             * @default null
             */
            memberId?: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            typeId: string;
            /** @enum {string} */
            medium: "virtual" | "physical";
            /**
             * @description The number printed on the card, as it was scanned; one is made unless said.
             * @default null
             */
            number?: string | null;
            /**
             * Format: uuid
             * @description The store that hands it out.
             * @default null
             */
            storeId?: string | null;
            /**
             * @description False: it is only issued, and must be activated before it is good.
             * @default true
             */
            active?: boolean;
        };
        IssuedCard: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            cardId: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            memberId: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            accountId: string;
            number: string;
        };
        /** @description A lot of a member: what is left of it and its last day (programme's zone); null never ends. */
        Lot: {
            unit: string;
            /** @enum {string} */
            state: "open" | "pending" | "held" | "debt";
            /** Format: date */
            endsOn: string | null;
            lot: string;
            balance: number;
        };
        /** @description A member's archive. Phone, e-mail, id number and address are masked; `lost` names those whose key is lost. */
        Member: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            memberId: string;
            number: string;
            /** @enum {string} */
            kind: "person" | "enterprise";
            name: string;
            /** @enum {string|null} */
            gender: "male" | "female" | "other" | null;
            birthday: components["schemas"]["Birthday"] | null;
            phone: string | null;
            email: string | null;
            idNumber: string | null;
            address: string | null;
            lost: string[];
            /** @enum {string} */
            language: "zh" | "en";
            /**
             * Format: uuid
             * @description UUID version 7
             */
            homeStore: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            recruiter: string | null;
            channel: string | null;
            /** Format: date */
            joinedOn: string;
            /** @enum {string} */
            status: "active" | "closed";
            tags: string[];
            custom: {
                [key: string]: string | number | boolean | null;
            };
            remark: string;
            /** @description Per cent of the wanted fields that are filled, and the names of those that are not (MEM-01). */
            completeness: {
                percent: number;
                missing: string[];
            };
            consents: components["schemas"]["Consent"][];
            standing: components["schemas"]["Standing"];
            /**
             * Format: uuid
             * @description UUID version 7
             */
            mergedInto: string | null;
            version: number;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            updatedAt: string;
        };
        /** @description A field that the house adds to its archives. */
        MemberField: {
            key: string;
            labelZh: string;
            labelEn: string;
            /** @enum {string} */
            type: "text" | "number" | "day" | "choice" | "yesno";
            /** @default [] */
            choices: string[];
            /**
             * @description Wanted of every new member.
             * @default false
             */
            required: boolean;
            /** @default 0 */
            position: number;
            /**
             * @description Asked no more; what is kept stays.
             * @default false
             */
            retired: boolean;
        };
        /** @description A member as the till sees one. `outside` tells a member of another store, who is served and whose name is masked as well. */
        MemberHit: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            memberId: string;
            /** @enum {string} */
            kind: "person" | "enterprise" | "bearer";
            number: string | null;
            name: string;
            phone: string | null;
            birthday: components["schemas"]["Birthday"] | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            homeStore: string | null;
            /** @enum {string} */
            status: "active" | "closed";
            tags: string[];
            standing: components["schemas"]["Standing"];
            outside: boolean;
        };
        /** @description Whose purchase it is: one of these; a full number opens a member at any till. */
        MemberRef: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id?: string;
            phone?: string;
            card?: string;
            number?: string;
        };
        /** @description A member in a list. */
        MemberRow: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            memberId: string;
            number: string;
            /** @enum {string} */
            kind: "person" | "enterprise";
            name: string;
            phone: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            homeStore: string | null;
            tier: number;
            /** @enum {string} */
            status: "active" | "closed";
            tags: string[];
            /** Format: date */
            joinedOn: string;
            /** Format: date */
            lastOn: string | null;
            purchases: number;
            spent: number;
            percent: number;
        };
        NewMemberInput: {
            /**
             * @default person
             * @enum {string}
             */
            kind?: "person" | "enterprise";
            /** @default  */
            name?: string;
            /**
             * @default null
             * @enum {string|null}
             */
            gender?: "male" | "female" | "other" | null;
            /** @default null */
            birthday?: components["schemas"]["BirthdayInput"] | null;
            phone?: string | null;
            email?: string | null;
            idNumber?: string | null;
            address?: string | null;
            /**
             * @default zh
             * @enum {string}
             */
            language?: "zh" | "en";
            /**
             * Format: uuid
             * @description UUID version 7
             * @default null
             */
            homeStore?: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             * @default null
             */
            recruiter?: string | null;
            channel?: string | null;
            /**
             * Format: date
             * @description In the programme's zone; today unless said.
             * @default null
             */
            joinedOn?: string | null;
            /** @description The number that the member has already; one is made unless said. */
            number?: string | null;
            /**
             * @description What other systems call this member.
             * @default []
             */
            externalIds?: {
                source: string;
                id: string;
            }[];
            /** @default [] */
            tags?: string[];
            /** @default {} */
            custom?: {
                [key: string]: string | number | boolean | null;
            };
            /** @default  */
            remark?: string;
            /** @default [] */
            consents?: {
                /** @enum {string} */
                channel: "sms" | "email" | "phone" | "wechat";
                given: boolean;
                source: string;
            }[];
        };
        OpenSession: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description Last use, to the minute.
             */
            seenAt: string;
            address: string;
            agent: string;
            current: boolean;
        };
        Organisation: {
            name: string;
            currency: string;
            zone: string;
            /** @enum {string} */
            language: "zh" | "en";
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            setUpAt: string;
        };
        OrganisationChart: {
            /** @description Parents before children; `parentId` draws the tree. */
            units: components["schemas"]["Unit"][];
            /** @description `superiorId` draws the lines of reporting. */
            posts: components["schemas"]["Post"][];
        };
        Person: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            name: string;
            /** @description Personnel number. */
            number: string | null;
            /** @description Masked unless the caller may manage this person. */
            email: string | null;
            /** @description Masked unless the caller may manage this person. */
            phone: string | null;
            /** @enum {string} */
            language: "zh" | "en";
            /** @enum {string} */
            theme: "light" | "dark" | "system";
            /** @enum {string} */
            status: "invited" | "active" | "left";
            secondFactor: boolean;
            grants: components["schemas"]["Grant"][];
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            madeAt: string;
        };
        Post: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            title: string;
            /**
             * Format: uuid
             * @description The department, store or other unit that it belongs to.
             */
            unitId: string;
            unitName: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            superiorId: string | null;
            /** @description The family of jobs, as in “B”. */
            track: string | null;
            /** @description The grade of pay, as in “B3”. */
            grade: string | null;
            /** @description How many people it is meant for. */
            headcount: number;
            /** @description How many people it is meant to lead. */
            leads: number;
            duties: string | null;
            /** @enum {string} */
            status: "open" | "closed";
            holders: {
                /**
                 * Format: uuid
                 * @description UUID version 7
                 */
                appointmentId: string;
                /**
                 * Format: uuid
                 * @description UUID version 7
                 */
                personId: string;
                name: string;
                /** Format: date */
                fromOn: string;
                /**
                 * Format: date
                 * @description The last day, in the programme’s zone.
                 */
                untilOn: string | null;
            }[];
            /** @description Headcount without a holder. */
            vacant: number;
            /** @description People who hold the posts directly below. */
            led: number;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            details: {
                [key: string]: unknown;
            };
            reference?: string;
        };
        Product: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            productId: string;
            sku: string;
            name: string;
            nameEn: string | null;
            /** @description The code of a category; one that is not there yet is opened under the root. */
            category: string | null;
            /** @description The code of a brand; likewise. */
            brand: string | null;
            labels: string[];
            /** @description In minor units of the programme's currency. */
            listPrice: number | null;
            /** @description In hundredths of a per cent: 1300 is 13 %. */
            taxRate: number | null;
            unit: string | null;
            barcodes: string[];
            /** @description Medicine on prescription earns nothing, unless the charter says so. */
            prescription: boolean;
            /** @description False: earns nothing, whatever the charter says. */
            earns: boolean;
            /** @enum {string} */
            status: "active" | "retired";
            version: number;
        };
        Profile: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            name: string;
            number: string | null;
            email: string | null;
            phone: string | null;
            /** @enum {string} */
            language: "zh" | "en";
            /** @enum {string} */
            theme: "light" | "dark" | "system";
            secondFactor: boolean;
        };
        /** @description A purchase as it was told, with what it gave and why: the receipt. */
        Purchase: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            receipt: string;
            /** @enum {string} */
            kind: "sale" | "return" | "unlinked";
            /** @enum {string} */
            origin: "till" | "history" | "earning";
            /**
             * Format: uuid
             * @description UUID version 7
             */
            memberId: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            saleId: string | null;
            number: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            tillId: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            staffId: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            postedAt: string;
            /** Format: date */
            businessOn: string;
            currency: string;
            total: number;
            tenders: components["schemas"]["Tender"][];
            lines: components["schemas"]["PurchaseLine"][];
            points: {
                earned: number;
                spent: number;
                balance: number;
            };
            growth: {
                earned: number;
                balance: number;
            };
            wallet: {
                principal: number;
                bonus: number;
            };
            tier: {
                before: number;
                after: number;
                upgraded: boolean;
            };
            charter: number;
            explained: components["schemas"]["Explanation"];
        };
        PurchaseHead: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            receipt: string;
            /** @enum {string} */
            kind: "sale" | "return" | "unlinked";
            /** @enum {string} */
            origin: "till" | "history" | "earning";
            /**
             * Format: uuid
             * @description UUID version 7
             */
            memberId: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            saleId: string | null;
            number: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            tillId: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            staffId: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            postedAt: string;
            /** Format: date */
            businessOn: string;
            currency: string;
            total: number;
            tenders: components["schemas"]["Tender"][];
            points: {
                earned: number;
                spent: number;
                balance: number;
            };
            growth: {
                earned: number;
                balance: number;
            };
            charter: number;
            storeName: string;
            /** @description Null for a walk-in, and for who may not see members. */
            member: {
                number: string | null;
                name: string;
                outside: boolean;
            } | null;
        };
        /** @description A sale as its till tells it. */
        PurchaseInput: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            tillId?: string;
            /**
             * @description Nobody: a walk-in.
             * @default null
             */
            member?: components["schemas"]["MemberRef"] | null;
            /**
             * Format: date-time
             * @description When it happened; now, if left out.
             */
            occurredAt?: string;
            lines: components["schemas"]["BasketLine"][];
            /** @description Cash for all of it, if left out. */
            tenders?: components["schemas"]["TenderInput"][];
            /** @description The receipt's number in the caller's own system. */
            number?: string;
            /** @description The digest of a quote: the sale is refused if due or points differ from it. */
            quote?: string;
        };
        PurchaseLine: {
            line: number;
            sku: string;
            name: string;
            category: string | null;
            quantity: number;
            unitPrice: number | null;
            listAmount: number;
            amount: number;
            points: number;
            growth: number;
            pointsSpent: number;
            /** @description How each tender of the purchase paid this line. */
            tenders: number[];
            /** @description What of it came back already (sales only). */
            returned: number;
            saleLine: number | null;
        };
        /** @description A purchase with the names that its page shows. */
        PurchaseRecord: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            receipt: string;
            /** @enum {string} */
            kind: "sale" | "return" | "unlinked";
            /** @enum {string} */
            origin: "till" | "history" | "earning";
            /**
             * Format: uuid
             * @description UUID version 7
             */
            memberId: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            saleId: string | null;
            number: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            tillId: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            staffId: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            postedAt: string;
            /** Format: date */
            businessOn: string;
            currency: string;
            total: number;
            tenders: components["schemas"]["Tender"][];
            lines: components["schemas"]["PurchaseLine"][];
            points: {
                earned: number;
                spent: number;
                balance: number;
            };
            growth: {
                earned: number;
                balance: number;
            };
            wallet: {
                principal: number;
                bonus: number;
            };
            tier: {
                before: number;
                after: number;
                upgraded: boolean;
            };
            charter: number;
            explained: components["schemas"]["Explanation"];
            storeName: string;
            /** @description Null for a walk-in, and for who may not see members. */
            member: {
                number: string | null;
                name: string;
                outside: boolean;
            } | null;
        };
        PutOutcome: {
            sku: string;
            /** @enum {string} */
            outcome: "created" | "changed" | "same" | "refused";
            /**
             * Format: uuid
             * @description UUID version 7
             */
            productId: string | null;
            /** @description The refusal's code, and its particulars. */
            code: string | null;
            details: {
                [key: string]: unknown;
            } | null;
        };
        /** @description A product as somebody tells it: what is left out stays as it is; a new one needs a name. */
        PutProduct: {
            sku: string;
            name?: string;
            nameEn?: string | null;
            category?: string | null;
            brand?: string | null;
            labels?: string[];
            listPrice?: number | null;
            taxRate?: number | null;
            unit?: string | null;
            barcodes?: string[];
            prescription?: boolean;
            earns?: boolean;
            /** @enum {string} */
            status?: "active" | "retired";
        };
        Quote: {
            digest: string;
            total: number;
            currency: string;
            points: {
                earned: number;
                spent: number;
            };
            growth: {
                earned: number;
            };
            lines: {
                line: number;
                sku: string;
                name: string;
                listAmount: number;
                amount: number;
                points: number;
                growth: number;
            }[];
            tier: {
                before: number;
                after: number;
                upgraded: boolean;
            };
            /** @description What the member may pay with: points as money, and stored money. */
            usable: {
                points: number;
                pointsAmount: number;
                wallet: number;
            };
            explained: components["schemas"]["Explanation"];
        };
        QuoteInput: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            tillId?: string;
            /**
             * @description Nobody: a walk-in.
             * @default null
             */
            member?: components["schemas"]["MemberRef"] | null;
            /**
             * Format: date-time
             * @description When it happened; now, if left out.
             */
            occurredAt?: string;
            lines: components["schemas"]["BasketLine"][];
            /** @description Cash for all of it, if left out. */
            tenders?: components["schemas"]["TenderInput"][];
        };
        RestoreCertificate: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            madeAt: string;
            /**
             * @description `physical`: the files of the embedded server and everything written since. `logical`: the rows.
             * @enum {string}
             */
            kind: "physical" | "logical";
            backupId: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            reachedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            endedAt: string;
            /** @description Size of the backup as it lies in the folder. */
            bytes: number;
            tables: number;
            rows: number;
            /** @description Of the books as they came back. */
            digest: string | null;
            /** @description What was held against the living house or the manifest. */
            compared: {
                /** @description A table, or the chain of seals over one. */
                what: string;
                /** @description Rows. */
                count: number;
                same: boolean;
            }[];
            faultCount: number;
            /** @description The first hundred, as `changke verify` says them. */
            faults: string[];
            version: string;
            machine: string;
        };
        /** @description What a return would be: every figure that its receipt would have, and nothing written. */
        ReturnPreview: {
            /** @enum {string} */
            kind: "sale" | "return" | "unlinked";
            /** @enum {string} */
            origin: "till" | "history" | "earning";
            /**
             * Format: uuid
             * @description UUID version 7
             */
            memberId: string | null;
            currency: string;
            total: number;
            tenders: components["schemas"]["Tender"][];
            lines: components["schemas"]["PurchaseLine"][];
            points: {
                earned: number;
                spent: number;
                balance: number;
            };
            growth: {
                earned: number;
                balance: number;
            };
            wallet: {
                principal: number;
                bonus: number;
            };
            tier: {
                before: number;
                after: number;
                upgraded: boolean;
            };
            explained: components["schemas"]["Explanation"];
        };
        Role: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /** @description Of a role that came with the house; null for one’s own. */
            code: string | null;
            nameZh: string;
            nameEn: string;
            /** @description `*` stands for all and is the owner’s alone. */
            permissions: string[];
        };
        /** @description A shift that still runs; `overdue` when it began on an earlier business day. */
        RunningShift: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            shiftId: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            tillId: string;
            code: string;
            name: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId: string;
            storeName: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            openedAt: string;
            overdue: boolean;
        };
        Session: {
            /** @enum {string} */
            kind: "person" | "key" | "system";
            person: {
                /**
                 * Format: uuid
                 * @description UUID version 7
                 */
                id: string;
                name: string;
                /** @enum {string} */
                language: "zh" | "en";
                /** @enum {string} */
                theme: "light" | "dark" | "system";
            };
            /** @description `*` stands for all. */
            permissions: string[];
            organisation: {
                name: string;
                currency: string;
                zone: string;
                /** @enum {string} */
                language: "zh" | "en";
            };
            stores: {
                /**
                 * Format: uuid
                 * @description UUID version 7
                 */
                id: string;
                code: string;
                name: string;
            }[];
        };
        SetupInput: {
            organisation: {
                name: string;
                /** @default CNY */
                currency?: string;
                /** @default Asia/Shanghai */
                zone?: string;
                /**
                 * @default zh
                 * @enum {string}
                 */
                language?: "zh" | "en";
            };
            store: {
                code: string;
                name: string;
                zone?: string;
                currency?: string;
                dayStartsAt?: number;
                legalEntity?: string | null;
                address?: string | null;
            };
            /**
             * @default {
             *       "code": "1",
             *       "name": ""
             *     }
             */
            till?: {
                code: string;
                /** @default  */
                name?: string;
            };
            owner: {
                name: string;
                login: string;
                password: string;
            };
            /** @description A charter template by name, or the demo shop with a year of sales. */
            start: {
                template: string;
            } | {
                /** @constant */
                demo: true;
            };
        };
        SetupState: {
            needed: boolean;
            /** @description How far the demo shop's year has been told; null without one. */
            demo: {
                done: number;
                of: number;
                ready: boolean;
            } | null;
            templates: {
                code: string;
                name: {
                    zh: string;
                    en: string;
                };
            }[];
        };
        /** @description The time of one cashier at one till, from the float in the drawer to the cash counted at the end. */
        Shift: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            tillId: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            personId: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            openedAt: string;
            opening: number;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            closedAt: string | null;
            counted: number | null;
            /** @description What should be in the drawer: opening + cash taken − cash given back. */
            expected: number;
            /** @description counted − expected; null while the shift is open. */
            difference: number | null;
            tenders: {
                /** @enum {string} */
                kind: "cash" | "card" | "wechat" | "alipay" | "wallet" | "points" | "other";
                sold: number;
                returned: number;
                count: number;
            }[];
        };
        /** @description A shift with the names that its page shows: where, at which till, whose. */
        ShiftRecord: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            tillId: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            personId: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            openedAt: string;
            opening: number;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            closedAt: string | null;
            counted: number | null;
            expected: number;
            difference: number | null;
            tenders: {
                /** @enum {string} */
                kind: "cash" | "card" | "wechat" | "alipay" | "wallet" | "points" | "other";
                sold: number;
                returned: number;
                count: number;
            }[];
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId: string;
            storeName: string;
            currency: string;
            tillCode: string;
            tillName: string;
            personName: string | null;
        };
        Standing: {
            /** @description The tier's rank in the charter, 0 is the lowest. */
            tier: number;
            /** Format: date */
            tierSince: string | null;
            /** Format: date */
            tierUntil: string | null;
            barred: ("earn" | "spend" | "message" | "signIn")[];
            /** @enum {string} */
            activity: "new" | "active" | "sleeping" | "dormant" | "lost";
            /** Format: date */
            firstOn: string | null;
            /** Format: date */
            lastOn: string | null;
            purchases: number;
            /** @description In minor units, less what came back; ever, and in this month and the eleven before. */
            spent: number;
            spentWithin12Months: number;
        };
        Statement: {
            items: components["schemas"]["Entry"][];
            next: string | null;
            total?: components["schemas"]["Total"];
            /**
             * Format: uuid
             * @description UUID version 7
             */
            memberId: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            asOf: string;
            balances: components["schemas"]["Balance"][];
            lots: components["schemas"]["Lot"][];
        };
        Store: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /** @constant */
            kind: "store";
            code: string;
            name: string;
            /** @description From the root of the organisation down to the unit itself. */
            path: string[];
            /** @enum {string} */
            status: "open" | "closed";
            zone: string;
            currency: string;
            dayStartsAt: number;
            legalEntity: string | null;
            address: string | null;
        };
        /** @description What one store took in on its business day of now. */
        StoreToday: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId: string;
            name: string;
            /** Format: date */
            businessOn: string;
            currency: string;
            sales: number;
            returns: number;
            /** @description Returns without their sale, besides those. */
            unlinked: number;
            /** @description Sold less given back, in minor units of the store's currency; top-ups are not in it. Null when it is beyond 2^53 − 1, too large to be exact. */
            takings: number | null;
            /** @description Sales to members, among the sales. */
            toMembers: number;
            /** @description By till; null is what was told without one. */
            tills: {
                /**
                 * Format: uuid
                 * @description UUID version 7
                 */
                tillId: string | null;
                code: string | null;
                name: string;
                sales: number;
                returns: number;
                /** @description Returns without their sale, besides those. */
                unlinked: number;
                /** @description Sold less given back, in minor units of the store's currency; top-ups are not in it. Null when it is beyond 2^53 − 1, too large to be exact. */
                takings: number | null;
            }[];
        };
        /** @description Tags of many members at once; each is answered on its own. */
        TagMembersInput: {
            items: {
                /**
                 * Format: uuid
                 * @description UUID version 7
                 */
                id: string;
                /** @default [] */
                add?: string[];
                /** @default [] */
                remove?: string[];
            }[];
        };
        TaggedMembers: {
            /** @description In the order of what was told. */
            items: {
                /** @enum {string} */
                outcome: "changed" | "same" | "refused";
                /** @description The refusal's code. */
                code: string | null;
            }[];
        };
        Tender: {
            /** @enum {string} */
            kind: "cash" | "card" | "wechat" | "alipay" | "wallet" | "points" | "other";
            amount: number;
            points?: number;
            note?: string;
        };
        TenderInput: {
            /** @enum {string} */
            kind: "cash" | "card" | "wechat" | "alipay" | "wallet" | "points" | "other";
            amount: number;
            note?: string;
        };
        TierChange: {
            before: number;
            after: number;
            /** Format: date */
            sinceOn: string;
            causeKind: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            causeId: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            changedAt: string;
        };
        Till: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId: string;
            code: string;
            name: string;
            open: boolean;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            shiftId: string | null;
        };
        Today: {
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            computedAt: string;
            /** @description Stores that sold or took back something; the others have nothing yet. */
            stores: components["schemas"]["StoreToday"][];
            /** @description Who joined today in the programme's zone, at stores of the caller's; null for who may not see members. */
            newMembers: {
                /** Format: date */
                joinedOn: string;
                count: number;
            } | null;
            shifts: components["schemas"]["RunningShift"][];
        };
        TopUp: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            receipt: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            memberId: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            tillId: string | null;
            currency: string;
            principal: number;
            bonus: number;
            /** @enum {string} */
            tender: "cash" | "card" | "wechat" | "alipay" | "wallet" | "points" | "other";
            note: string;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            occurredAt: string;
            /** @description What there is after it; below zero while more is owed than was brought. */
            wallet: {
                principal: number;
                bonus: number;
            };
        };
        Total: {
            count: number;
            exact: boolean;
        };
        Unit: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /** @enum {string} */
            kind: "group" | "brand" | "region" | "store" | "department";
            code: string;
            name: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            parentId: string | null;
            /** @description From the root of the organisation down to the unit itself. */
            path: string[];
            /** @enum {string} */
            status: "open" | "closed";
            zone: string | null;
            currency: string | null;
            dayStartsAt: number | null;
            legalEntity: string | null;
            address: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            madeAt: string;
        };
        UnlinkedReturnInput: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId: string;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            tillId?: string;
            /**
             * @description Nobody: a walk-in.
             * @default null
             */
            member?: components["schemas"]["MemberRef"] | null;
            /**
             * Format: date-time
             * @description When it happened; now, if left out.
             */
            occurredAt?: string;
            lines: components["schemas"]["BasketLine"][];
            /** @description Cash for all of it, if left out. */
            tenders?: components["schemas"]["TenderInput"][];
            number?: string;
            /** @default  */
            reason?: string;
        };
        /** @description A way to look at a list that somebody keeps for themselves. */
        View: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /** @description The list's name in the console: `members`, `purchases` … */
            list: string;
            name: string;
            /** @description By filter, the values that were chosen. A personal search (a name, a phone) does not belong in here. */
            filters: {
                [key: string]: string[];
            };
            /** @description The columns that are shown, in their order; null for the list's own. */
            columns: string[] | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            madeAt: string;
        };
        Words: {
            zh: string;
            en: string;
        };
        WordsInput: {
            zh: string;
            en: string;
        };
    };
    responses: {
        /** @description Refused: kernel.bad_input, kernel.reference_missing. */
        Refused400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "kernel.bad_input" | "kernel.reference_missing";
                };
            };
        };
        /** @description Refused: kernel.too_large. */
        Refused413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "kernel.too_large";
                };
            };
        };
        /** @description Refused: kernel.not_json. */
        Refused415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "kernel.not_json";
                };
            };
        };
        /** @description Refused: kernel.not_signed_in. */
        Refused401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "kernel.not_signed_in";
                };
            };
        };
        /** @description Refused: kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
        Refused403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                };
            };
        };
        /** @description Refused: kernel.not_found. */
        Refused404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "kernel.not_found";
                };
            };
        };
        /** @description Refused: kernel.reference_reused. */
        Refused409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "kernel.reference_reused";
                };
            };
        };
        /** @description Refused: kernel.too_many_requests. */
        Refused429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "kernel.too_many_requests";
                };
            };
        };
        /** @description Refused: kernel.busy. */
        Refused503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "kernel.busy";
                };
            };
        };
        /** @description Something broke on our side; `reference` finds it in the log. */
        Fault: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The caller’s own name for this command. The same key with the same body is answered with the first answer; with another body it is refused. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAppointments: {
        parameters: {
            query?: {
                /** @description UUID version 7 */
                postId?: string;
                /** @description UUID version 7 */
                personId?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Appointment"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                cursor?: string;
                /** @example 20 */
                limit?: number;
                kind?: string;
                /** @description UUID version 7 */
                subjectId?: string;
                /** @description UUID version 7 */
                callerId?: string;
                /** @description UUID version 7 */
                storeId?: string;
                outcome?: "done" | "refused";
                /** @description The first day, in the programme’s zone. */
                fromOn?: string;
                /** @description The last day, in the programme’s zone. */
                untilOn?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    verifyAudit: {
        parameters: {
            query?: {
                /** @description How far back; nightly it is everything. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601 moment with offset
                         */
                        verifiedAt: string;
                        tookMs: number;
                        faults: number;
                        chains: components["schemas"]["AuditChain"][];
                        lastNight: components["schemas"]["AuditVerdict"] | null;
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readBackups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupStatus"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    makeBackup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupJob"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: backups.needs_whole_house, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "backups.needs_whole_house" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: backups.not_configured, backups.busy. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "backups.not_configured" | "backups.busy";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listRestoreCertificates: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RestoreCertificate"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    proveBackup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupJob"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: backups.needs_whole_house, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "backups.needs_whole_house" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: backups.not_configured, backups.drill_impossible, backups.nothing_to_prove, backups.busy. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "backups.not_configured" | "backups.drill_impossible" | "backups.nothing_to_prove" | "backups.busy";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listBrands: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Brand"][];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    putBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default null */
                    nameEn?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brand"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listCardTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CardType"][];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    createCardType: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "vip",
                 *       "name": "会员卡",
                 *       "nameEn": "Member card",
                 *       "kind": "points",
                 *       "named": true,
                 *       "media": [
                 *         "virtual",
                 *         "physical"
                 *       ]
                 *     }
                 */
                "application/json": {
                    code: string;
                    name: string;
                    nameEn: string;
                    /**
                     * @description What the card is for: points, stored money, visits, a time, a discount.
                     * @enum {string}
                     */
                    kind: "points" | "stored_value" | "count" | "period" | "discount";
                    /**
                     * @description A named card is issued to a member; an unnamed one to whoever bears it.
                     * @default true
                     */
                    named?: boolean;
                    /**
                     * @default [
                     *       "virtual",
                     *       "physical"
                     *     ]
                     */
                    media?: ("virtual" | "physical")[];
                    /**
                     * @description The first characters of numbers that are made; of the alphabet without lookalikes.
                     * @default
                     */
                    prefix?: string;
                    /**
                     * @description Counted from the day of issue; null never ends.
                     * @default null
                     */
                    validityMonths?: number | null;
                    /** @default  */
                    remark?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardType"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: cards.code_taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cards.code_taken";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    editCardType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    name?: string;
                    nameEn?: string;
                    media?: ("virtual" | "physical")[];
                    prefix?: string;
                    validityMonths?: number | null;
                    remark?: string;
                    /** @enum {string} */
                    status?: "open" | "retired";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardType"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: cards.type_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cards.type_unknown";
                    };
                };
            };
            /** @description Refused: cards.changed_meanwhile. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cards.changed_meanwhile";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: cards.period_missing. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cards.period_missing";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    issueCard: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller’s own name for this command. The same key with the same body is answered with the first answer; with another body it is refused. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "01920a3e-7c5b-7d10-8a2f-000000000004",
                 *       "typeId": "01920a3e-7c5b-7d10-8a2f-000000000007",
                 *       "medium": "physical",
                 *       "number": "88010001",
                 *       "storeId": "01920a3e-7c5b-7d10-8a2f-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["IssueCard"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedCard"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: members.unknown, cards.unknown, cards.type_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.unknown" | "cards.unknown" | "cards.type_unknown";
                    };
                };
            };
            /** @description Refused: cards.type_retired, cards.number_taken, cards.member_closed, cards.store_closed, kernel.reference_reused. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cards.type_retired" | "cards.number_taken" | "cards.member_closed" | "cards.store_closed" | "kernel.reference_reused";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: cards.medium_not_offered, cards.needs_member, cards.needs_no_member. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cards.medium_not_offered" | "cards.needs_member" | "cards.needs_no_member";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CategoryInTree"][];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    putCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example otc */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "非处方药",
                 *       "nameEn": "Over the counter"
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @default null */
                    nameEn?: string | null;
                    /** @default null */
                    parent?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: catalog.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "catalog.unknown";
                    };
                };
            };
            /** @description Refused: catalog.category_below_itself. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "catalog.category_below_itself";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readCharter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CharterVersion"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: charter.none. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "charter.none";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listCharterVersions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CharterVersionHead"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    publishCharter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    charter: components["schemas"]["CharterInput"];
                    /** @default  */
                    note?: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 moment with offset
                     */
                    effectiveFrom?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CharterVersion"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: charter.too_late. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "charter.too_late";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readCharterVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CharterVersion"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: charter.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "charter.unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    exportList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportInput"];
            };
        };
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": Blob;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                };
            };
            /** @description Refused: imports.filter_unknown, kernel.bad_input. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.filter_unknown" | "kernel.bad_input";
                    };
                };
            };
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: imports.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.unknown";
                    };
                };
            };
            /** @description Refused: org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: members.bad_phone. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.bad_phone";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    downloadList: {
        parameters: {
            query?: {
                reason?: string;
                language?: "zh" | "en";
                tags?: string[];
                tiers?: number[];
                stores?: string[];
                status?: string;
                kind?: string;
                joinedFrom?: string;
                joinedTo?: string;
                incomplete?: "true" | "false";
                /** @description UUID version 7 */
                storeId?: string;
                from?: string;
                to?: string;
                /** @description UUID version 7 */
                memberId?: string;
                unit?: string;
                category?: string;
                brand?: string;
                label?: string;
                /** @description UUID version 7 */
                subjectId?: string;
                /** @description UUID version 7 */
                callerId?: string;
                outcome?: string;
                /** @description The first day, in the programme’s zone. */
                fromOn?: string;
                /** @description The last day, in the programme’s zone. */
                untilOn?: string;
                state?: string;
                /** @description UUID version 7 */
                importId?: string;
                task?: "check" | "run" | "undo";
                /** @description Only this unit and what is below it. */
                unitId?: string;
                vacant?: "true" | "false";
                /** @description UUID version 7 */
                below?: string;
                /** @description UUID version 7 */
                tillId?: string;
                receipt?: string;
                /** @description UUID version 7 */
                saleId?: string;
                /** @description UUID version 7 */
                shiftId?: string;
            };
            header?: never;
            path: {
                list: "members" | "cards" | "purchases" | "purchase-lines" | "shifts" | "products" | "transfers" | "audit" | "imports" | "import-problems" | "people" | "posts" | "stores";
                format: "csv" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": Blob;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                };
            };
            /** @description Refused: imports.filter_unknown, kernel.bad_input. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.filter_unknown" | "kernel.bad_input";
                    };
                };
            };
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: imports.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.unknown";
                    };
                };
            };
            /** @description Refused: org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listImportMappings: {
        parameters: {
            query?: {
                kind?: "members" | "products" | "purchases" | "openings";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportMapping"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    forgetImportMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "members" | "products" | "purchases" | "openings";
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: imports.mapping_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.mapping_unknown";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                kind?: "members" | "products" | "purchases" | "openings";
                state?: "ready" | "waiting" | "running" | "paused" | "done" | "failed" | "cancelled" | "undone";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Import"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    uploadImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: Blob;
                    /** @enum {string} */
                    kind: "members" | "products" | "purchases" | "openings";
                    mapping?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: imports.mapping_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.mapping_unknown";
                    };
                };
            };
            /** @description Refused: imports.file_lost, imports.file_spoilt. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.file_lost" | "imports.file_spoilt";
                    };
                };
            };
            /** @description Refused: imports.too_large, kernel.too_large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.too_large" | "kernel.too_large";
                    };
                };
            };
            415: components["responses"]["Refused415"];
            /** @description Refused: imports.empty_file, imports.not_a_table, imports.old_form, imports.locked, imports.wrong_encoding, imports.damaged, imports.bomb, imports.entities, imports.row_too_long, imports.quote_open, imports.too_many_columns, imports.too_many_rows, imports.too_many_empty_rows, imports.too_many_texts, imports.headers_twice, imports.no_header, imports.sheet_unknown. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.empty_file" | "imports.not_a_table" | "imports.old_form" | "imports.locked" | "imports.wrong_encoding" | "imports.damaged" | "imports.bomb" | "imports.entities" | "imports.row_too_long" | "imports.quote_open" | "imports.too_many_columns" | "imports.too_many_rows" | "imports.too_many_empty_rows" | "imports.too_many_texts" | "imports.headers_twice" | "imports.no_header" | "imports.sheet_unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: imports.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: imports.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.unknown";
                    };
                };
            };
            /** @description Refused: imports.not_now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.not_now";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    checkImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: imports.needs_whole_house, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.needs_whole_house" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: imports.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.unknown";
                    };
                };
            };
            /** @description Refused: imports.not_now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.not_now";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: imports.column_unknown, imports.field_unknown, imports.field_twice, imports.fields_missing, imports.store_unknown. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.column_unknown" | "imports.field_unknown" | "imports.field_twice" | "imports.fields_missing" | "imports.store_unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    downloadImportProblems: {
        parameters: {
            query?: {
                task?: "check" | "run" | "undo";
                language?: "zh" | "en";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": Blob;
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: imports.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    mapImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mapping: {
                        [key: string]: string;
                    };
                    /** @default {} */
                    options?: components["schemas"]["ImportOptionsInput"];
                    /** @description Keep it under this name, for files that come again. */
                    saveAs?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: imports.needs_whole_house, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.needs_whole_house" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: imports.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.unknown";
                    };
                };
            };
            /** @description Refused: imports.not_now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.not_now";
                    };
                };
            };
            /** @description Refused: imports.file_lost, imports.file_spoilt. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.file_lost" | "imports.file_spoilt";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: imports.column_unknown, imports.field_unknown, imports.field_twice, imports.fields_missing, imports.store_unknown, imports.empty_file, imports.not_a_table, imports.old_form, imports.locked, imports.wrong_encoding, imports.damaged, imports.bomb, imports.entities, imports.row_too_long, imports.quote_open, imports.too_many_columns, imports.too_many_rows, imports.too_many_empty_rows, imports.too_many_texts, imports.headers_twice, imports.no_header, imports.sheet_unknown. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.column_unknown" | "imports.field_unknown" | "imports.field_twice" | "imports.fields_missing" | "imports.store_unknown" | "imports.empty_file" | "imports.not_a_table" | "imports.old_form" | "imports.locked" | "imports.wrong_encoding" | "imports.damaged" | "imports.bomb" | "imports.entities" | "imports.row_too_long" | "imports.quote_open" | "imports.too_many_columns" | "imports.too_many_rows" | "imports.too_many_empty_rows" | "imports.too_many_texts" | "imports.headers_twice" | "imports.no_header" | "imports.sheet_unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    pauseImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: imports.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.unknown";
                    };
                };
            };
            /** @description Refused: imports.not_now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.not_now";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listImportProblems: {
        parameters: {
            query?: {
                task?: "check" | "run" | "undo";
                language?: "zh" | "en";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportProblem"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: imports.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    resumeImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: imports.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.unknown";
                    };
                };
            };
            /** @description Refused: imports.not_now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.not_now";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readImportSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: string[];
                        rows: string[][];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: imports.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.unknown";
                    };
                };
            };
            /** @description Refused: imports.file_lost, imports.file_spoilt. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.file_lost" | "imports.file_spoilt";
                    };
                };
            };
            /** @description Refused: imports.empty_file, imports.not_a_table, imports.old_form, imports.locked, imports.wrong_encoding, imports.damaged, imports.bomb, imports.entities, imports.row_too_long, imports.quote_open, imports.too_many_columns, imports.too_many_rows, imports.too_many_empty_rows, imports.too_many_texts, imports.headers_twice, imports.no_header, imports.sheet_unknown. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.empty_file" | "imports.not_a_table" | "imports.old_form" | "imports.locked" | "imports.wrong_encoding" | "imports.damaged" | "imports.bomb" | "imports.entities" | "imports.row_too_long" | "imports.quote_open" | "imports.too_many_columns" | "imports.too_many_rows" | "imports.too_many_empty_rows" | "imports.too_many_texts" | "imports.headers_twice" | "imports.no_header" | "imports.sheet_unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Take in a file that was taken in already.
                     * @default false
                     */
                    again?: boolean;
                    /**
                     * @description Start although the control totals differ.
                     * @default false
                     */
                    accept?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: imports.needs_whole_house, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.needs_whole_house" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: imports.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.unknown";
                    };
                };
            };
            /** @description Refused: imports.not_now, imports.same_file, imports.control_differs. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.not_now" | "imports.same_file" | "imports.control_differs";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: imports.column_unknown, imports.field_unknown, imports.field_twice, imports.fields_missing, imports.store_unknown. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.column_unknown" | "imports.field_unknown" | "imports.field_twice" | "imports.fields_missing" | "imports.store_unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What was used since becomes a debt of the member; without it, that stays and is listed.
                     * @default false
                     */
                    debt?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: imports.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.unknown";
                    };
                };
            };
            /** @description Refused: imports.not_now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "imports.not_now";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID version 7
                         */
                        personId: string;
                        /** @description False when the second factor is still asked for at sign-in. */
                        signedIn: boolean;
                    };
                };
            };
            /** @description Refused: org.password_weak, kernel.bad_input. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.password_weak" | "kernel.bad_input";
                    };
                };
            };
            403: components["responses"]["Refused403"];
            /** @description Refused: org.invitation_over. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.invitation_over";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: org.locked, kernel.too_many_requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.locked" | "kernel.too_many_requests";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        organisation: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601 moment with offset
                         */
                        endsAt: string;
                    };
                };
            };
            400: components["responses"]["Refused400"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up";
                    };
                };
            };
            /** @description Refused: org.invitation_over. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.invitation_over";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    makeKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "小程序",
                 *       "roleId": "01920a3e-7c5b-7d10-8a2f-000000000006",
                 *       "unitId": "01920a3e-7c5b-7d10-8a2f-000000000001"
                 *     }
                 */
                "application/json": {
                    name: string;
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    roleId: string;
                    /**
                     * Format: uuid
                     * @description Where the key may act, with everything below; the whole house unless said.
                     */
                    unitId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID version 7
                         */
                        id: string;
                        /** @description Shown this once. */
                        key: string;
                        prefix: string;
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.permission_not_held, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.permission_not_held" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.role_unknown, org.unit_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.role_unknown" | "org.unit_unknown";
                    };
                };
            };
            /** @description Refused: org.not_set_up, org.granted_already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up" | "org.granted_already";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.permission_not_held, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.permission_not_held" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.key_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.key_unknown";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listMemberFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MemberField"][];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    putMemberField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    labelZh: string;
                    labelEn: string;
                    /** @enum {string} */
                    type: "text" | "number" | "day" | "choice" | "yesno";
                    /** @default [] */
                    choices?: string[];
                    /**
                     * @description Wanted of every new member.
                     * @default false
                     */
                    required?: boolean;
                    /** @default 0 */
                    position?: number;
                    /**
                     * @description Asked no more; what is kept stays.
                     * @default false
                     */
                    retired?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberField"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: members.field_has_type. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.field_has_type";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description Members with all of these tags. */
                tags?: string[];
                tiers?: number[];
                /** @example 01920a3e-7c5b-7d10-8a2f-000000000001 */
                stores?: string[];
                status?: "active" | "closed";
                kind?: "person" | "enterprise";
                /** @description Who joined on these days, first and last included; the programme's zone. */
                joinedFrom?: string;
                joinedTo?: string;
                /** @description Members whose archive lacks something wanted. */
                incomplete?: string;
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MemberRow"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    createMember: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller’s own name for this command. The same key with the same body is answered with the first answer; with another body it is refused. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "王小明",
                 *       "phone": "13912345678",
                 *       "birthday": {
                 *         "calendar": "solar",
                 *         "year": 1988,
                 *         "month": 3,
                 *         "day": 8
                 *       },
                 *       "homeStore": "01920a3e-7c5b-7d10-8a2f-000000000001",
                 *       "channel": "store",
                 *       "tags": [
                 *         "老客"
                 *       ],
                 *       "consents": [
                 *         {
                 *           "channel": "sms",
                 *           "given": true,
                 *           "source": "收银台"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewMemberInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedMember"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: members.phone_taken, members.number_taken, members.external_taken, members.home_closed, kernel.reference_reused. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.phone_taken" | "members.number_taken" | "members.external_taken" | "members.home_closed" | "kernel.reference_reused";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: members.bad_phone, members.nobody, members.home_missing, members.bad_custom. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.bad_phone" | "members.nobody" | "members.home_missing" | "members.bad_custom";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    searchMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tail": "5678",
                 *       "storeId": "01920a3e-7c5b-7d10-8a2f-000000000001"
                 *     }
                 */
                "application/json": {
                    phone?: string;
                    tail?: string;
                    card?: string;
                    number?: string;
                    externalId?: {
                        source: string;
                        id: string;
                    };
                    q?: string;
                    /**
                     * Format: uuid
                     * @description With `tail` or `q`: only members of this store.
                     */
                    storeId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        by: "phone" | "tail" | "card" | "number" | "externalId" | "name";
                        hits: components["schemas"]["MemberHit"][];
                        more: boolean;
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: members.bad_phone. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.bad_phone";
                    };
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    tagMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagMembersInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaggedMembers"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01920a3e-7c5b-7d10-8a2f-000000000004 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: members.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    editMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that was read: an edit of an older one is refused. */
                    version: number;
                    /** @enum {string} */
                    kind?: "person" | "enterprise";
                    name?: string;
                    /** @enum {string|null} */
                    gender?: "male" | "female" | "other" | null;
                    birthday?: components["schemas"]["BirthdayInput"] | null;
                    phone?: string | null;
                    email?: string | null;
                    idNumber?: string | null;
                    address?: string | null;
                    /** @enum {string} */
                    language?: "zh" | "en";
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    homeStore?: string | null;
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    recruiter?: string | null;
                    channel?: string | null;
                    custom?: {
                        [key: string]: string | number | boolean | null;
                    };
                    remark?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: members.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.unknown";
                    };
                };
            };
            /** @description Refused: members.changed_meanwhile, members.home_closed, members.phone_taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.changed_meanwhile" | "members.home_closed" | "members.phone_taken";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: members.bad_phone, members.nobody, members.bad_custom. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.bad_phone" | "members.nobody" | "members.bad_custom";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listCards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Card"][];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: members.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    changeCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
                /** @description UUID version 7 */
                cardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    status: "active" | "closed";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Card"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: members.unknown, cards.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.unknown" | "cards.unknown";
                    };
                };
            };
            /** @description Refused: cards.closed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cards.closed";
                    };
                };
            };
            /** @description Refused: cards.lost_key. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cards.lost_key";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    decideMemberConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01920a3e-7c5b-7d10-8a2f-000000000004 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "phone",
                 *       "given": false,
                 *       "source": "电话回访"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    channel: "sms" | "email" | "phone" | "wechat";
                    given: boolean;
                    source: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: members.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.unknown";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listAdjustments: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Adjustment"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: members.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    adjustPoints: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller’s own name for this command. The same key with the same body is answered with the first answer; with another body it is refused. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description UUID version 7
                 * @example 01920a3e-7c5b-7d10-8a2f-000000000004
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 100,
                 *       "reason": "补记开业活动"
                 *     }
                 */
                "application/json": {
                    amount: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adjustment"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: purchases.member_unknown, charter.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.member_unknown" | "charter.unknown";
                    };
                };
            };
            /** @description Refused: purchases.member_blocked, charter.none, ledger.not_enough, ledger.too_much, org.not_set_up, kernel.reference_reused. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.member_blocked" | "charter.none" | "ledger.not_enough" | "ledger.too_much" | "org.not_set_up" | "kernel.reference_reused";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    revealMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description UUID version 7
                 * @example 01920a3e-7c5b-7d10-8a2f-000000000004
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "field": "phone",
                 *       "reason": "送货前联系"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    field: "phone" | "email" | "idNumber" | "address";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        value: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: members.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.unknown";
                    };
                };
            };
            /** @description Refused: members.lost_key. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.lost_key";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readStatement: {
        parameters: {
            query?: {
                /** @example points */
                unit?: string;
                /** @description The balance as of this business moment; if it is left out, everything that was posted, as the balance shows it. */
                asOf?: string;
                /** @description … as it was known at this moment of posting. */
                knownAt?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description UUID version 7
                 * @example 01920a3e-7c5b-7d10-8a2f-000000000004
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: members.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    changeMemberStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    status: "active" | "closed";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: members.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.unknown";
                    };
                };
            };
            /** @description Refused: members.changed_meanwhile. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.changed_meanwhile";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    changeMemberTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description UUID version 7
                 * @example 01920a3e-7c5b-7d10-8a2f-000000000004
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "add": [
                 *         "养生"
                 *       ],
                 *       "remove": []
                 *     }
                 */
                "application/json": {
                    /** @default [] */
                    add?: string[];
                    /** @default [] */
                    remove?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: members.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.unknown";
                    };
                };
            };
            /** @description Refused: members.changed_meanwhile. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.changed_meanwhile";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listTierHistory: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TierChange"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: members.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listTopUps: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TopUp"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: members.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "members.unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    topUp: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller’s own name for this command. The same key with the same body is answered with the first answer; with another body it is refused. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description UUID version 7
                 * @example 01920a3e-7c5b-7d10-8a2f-000000000004
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storeId": "01920a3e-7c5b-7d10-8a2f-000000000001",
                 *       "amount": 50000,
                 *       "tender": "cash"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    storeId: string;
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    tillId?: string;
                    /** @description Principal in minor units; the charter adds the bonus. */
                    amount: number;
                    /**
                     * @default cash
                     * @enum {string}
                     */
                    tender?: "cash" | "card" | "wechat" | "alipay" | "other";
                    /** @default  */
                    note?: string;
                    /** @description A full phone, card or member number: opens a member whose home lies outside the caller's scope. */
                    proof?: components["schemas"]["MemberRef"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopUp"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: purchases.member_unknown, charter.unknown, purchases.store_unknown, purchases.till_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.member_unknown" | "charter.unknown" | "purchases.store_unknown" | "purchases.till_unknown";
                    };
                };
            };
            /** @description Refused: purchases.member_blocked, charter.none, purchases.store_closed, ledger.too_much, wallets.amount_outside, wallets.holds_too_much, kernel.reference_reused. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.member_blocked" | "charter.none" | "purchases.store_closed" | "ledger.too_much" | "wallets.amount_outside" | "wallets.holds_too_much" | "kernel.reference_reused";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    changeOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    zone?: string;
                    /** @enum {string} */
                    language?: "zh" | "en";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readChart: {
        parameters: {
            query?: {
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationChart"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listPeople: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "invited" | "active" | "left";
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Person"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    makePerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    number?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    /**
                     * @description The organisation’s unless said.
                     * @enum {string}
                     */
                    language?: "zh" | "en";
                    grants: {
                        /**
                         * Format: uuid
                         * @description UUID version 7
                         */
                        roleId: string;
                        /**
                         * Format: uuid
                         * @description UUID version 7
                         */
                        unitId: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description Refused: org.login_missing, org.login_malformed, kernel.bad_input. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.login_missing" | "org.login_malformed" | "kernel.bad_input";
                    };
                };
            };
            401: components["responses"]["Refused401"];
            /** @description Refused: org.permission_not_held, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.permission_not_held" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.role_unknown, org.unit_unknown, org.person_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.role_unknown" | "org.unit_unknown" | "org.person_unknown";
                    };
                };
            };
            /** @description Refused: org.login_taken, org.number_taken, org.granted_already, org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.login_taken" | "org.number_taken" | "org.granted_already" | "org.not_set_up";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    searchPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cursor?: string;
                    /** @default 50 */
                    limit?: number;
                    /** @description Part of a name, or a personnel number. */
                    q?: string;
                    /** @enum {string} */
                    status?: "invited" | "active" | "left";
                    /**
                     * Format: uuid
                     * @description Only who plays a role in this unit or below it.
                     */
                    unitId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Person"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.person_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.person_unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    number?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    /**
                     * @description The organisation’s unless said.
                     * @enum {string}
                     */
                    language?: "zh" | "en";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description Refused: org.login_missing, org.login_malformed, kernel.bad_input. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.login_missing" | "org.login_malformed" | "kernel.bad_input";
                    };
                };
            };
            401: components["responses"]["Refused401"];
            /** @description Refused: org.person_outranks, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.person_outranks" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.person_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.person_unknown";
                    };
                };
            };
            /** @description Refused: org.login_taken, org.number_taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.login_taken" | "org.number_taken";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    dismissPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.person_outranks, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.person_outranks" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.person_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.person_unknown";
                    };
                };
            };
            /** @description Refused: org.last_owner, org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.last_owner" | "org.not_set_up";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    grantRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    roleId: string;
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    unitId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.permission_not_held, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.permission_not_held" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.role_unknown, org.unit_unknown, org.person_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.role_unknown" | "org.unit_unknown" | "org.person_unknown";
                    };
                };
            };
            /** @description Refused: org.granted_already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.granted_already";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    revokeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.permission_not_held, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.permission_not_held" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.grant_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.grant_unknown";
                    };
                };
            };
            /** @description Refused: org.last_owner. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.last_owner";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    invitePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The page to open, with a secret that is shown this once. */
                        path: string;
                        token: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601 moment with offset
                         */
                        endsAt: string;
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.person_outranks, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.person_outranks" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.person_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.person_unknown";
                    };
                };
            };
            /** @description Refused: org.person_left. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.person_left";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    endSecondFactorOfPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.person_outranks, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.person_outranks" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.person_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.person_unknown";
                    };
                };
            };
            /** @description Refused: org.second_factor_off. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.second_factor_off";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listSessionsOfPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OpenSession"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.person_outranks, kernel.forbidden, kernel.out_of_scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.person_outranks" | "kernel.forbidden" | "kernel.out_of_scope";
                    };
                };
            };
            /** @description Refused: org.person_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.person_unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    endSessionsOfPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.person_outranks, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.person_outranks" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.person_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.person_unknown";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    takeBackPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.person_outranks, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.person_outranks" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.person_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.person_unknown";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listPosts: {
        parameters: {
            query?: {
                /** @description Only this unit and what is below it. */
                unitId?: string;
                status?: "open" | "closed";
                /** @description Only posts with (true) or without (false) a place to fill. */
                vacant?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Post"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    makePost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    unitId: string;
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    superiorId?: string | null;
                    track?: string | null;
                    grade?: string | null;
                    /** @default 1 */
                    headcount?: number;
                    /** @default 0 */
                    leads?: number;
                    duties?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.unit_unknown, org.post_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.unit_unknown" | "org.post_unknown";
                    };
                };
            };
            /** @description Refused: org.not_set_up, org.unit_closed, org.post_closed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up" | "org.unit_closed" | "org.post_closed";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.post_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.post_unknown";
                    };
                };
            };
            /** @description Refused: org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    changePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    unitId?: string;
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    superiorId?: string | null;
                    track?: string | null;
                    grade?: string | null;
                    headcount?: number;
                    leads?: number;
                    duties?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.unit_unknown, org.post_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.unit_unknown" | "org.post_unknown";
                    };
                };
            };
            /** @description Refused: org.not_set_up, org.post_closed, org.post_below_itself. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up" | "org.post_closed" | "org.post_below_itself";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    appoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The post. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    personId: string;
                    /**
                     * Format: date
                     * @description Today in the programme’s zone unless said.
                     */
                    fromOn?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.post_unknown, org.person_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.post_unknown" | "org.person_unknown";
                    };
                };
            };
            /** @description Refused: org.not_set_up, org.post_closed, org.post_full, org.person_left, org.appointed_already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up" | "org.post_closed" | "org.post_full" | "org.person_left" | "org.appointed_already";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    endAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
                /** @description UUID version 7 */
                appointmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description The last day; today in the programme’s zone unless said.
                     */
                    untilOn?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.post_unknown, org.appointment_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.post_unknown" | "org.appointment_unknown";
                    };
                };
            };
            /** @description Refused: org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    closePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.post_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.post_unknown";
                    };
                };
            };
            /** @description Refused: org.not_set_up, org.post_has_holders. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up" | "org.post_has_holders";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /** @description With everything below it. */
                category?: string;
                brand?: string;
                label?: string;
                status?: "active" | "retired";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Product"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    putProducts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "sku": "6901234567892",
                 *           "name": "板蓝根颗粒",
                 *           "category": "otc",
                 *           "listPrice": 1980,
                 *           "barcodes": [
                 *             "6901234567892"
                 *           ]
                 *         },
                 *         {
                 *           "sku": "6909876543210",
                 *           "name": "维生素C",
                 *           "listPrice": 9900
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    items: components["schemas"]["PutProduct"][];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PutOutcome"][];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    findProduct: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "6901234567892"
                 *     }
                 */
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        by: "sku" | "barcode" | "name";
                        items: components["schemas"]["Product"][];
                        more: boolean;
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: catalog.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "catalog.unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.people_only, kernel.forbidden, kernel.out_of_scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.people_only" | "kernel.forbidden" | "kernel.out_of_scope";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    changeProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language?: "zh" | "en";
                    /** @enum {string} */
                    theme?: "light" | "dark" | "system";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.people_only, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.people_only" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    next: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused: org.password_weak, kernel.bad_input. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.password_weak" | "kernel.bad_input";
                    };
                };
            };
            /** @description Refused: org.wrong_credentials, kernel.not_signed_in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.wrong_credentials" | "kernel.not_signed_in";
                    };
                };
            };
            /** @description Refused: org.people_only, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.people_only" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: org.locked. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.locked";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        on: boolean;
                        codesLeft: number;
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.people_only, kernel.forbidden, kernel.out_of_scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.people_only" | "kernel.forbidden" | "kernel.out_of_scope";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        /** @description For the QR code that an authenticator app reads. */
                        uri: string;
                    };
                };
            };
            400: components["responses"]["Refused400"];
            /** @description Refused: org.wrong_credentials, kernel.not_signed_in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.wrong_credentials" | "kernel.not_signed_in";
                    };
                };
            };
            /** @description Refused: org.people_only, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.people_only" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.second_factor_on, org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.second_factor_on" | "org.not_set_up";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: org.locked. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.locked";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            /** @description Refused: org.wrong_code, kernel.not_signed_in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.wrong_code" | "kernel.not_signed_in";
                    };
                };
            };
            /** @description Refused: org.people_only, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.people_only" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.second_factor_on, org.second_factor_off. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.second_factor_on" | "org.second_factor_off";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    endSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Refused400"];
            /** @description Refused: org.wrong_credentials, kernel.not_signed_in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.wrong_credentials" | "kernel.not_signed_in";
                    };
                };
            };
            /** @description Refused: org.people_only, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.people_only" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.second_factor_off. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.second_factor_off";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: org.locked. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.locked";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listViews: {
        parameters: {
            query?: {
                list?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["View"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.people_only, kernel.forbidden, kernel.out_of_scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.people_only" | "kernel.forbidden" | "kernel.out_of_scope";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    keepView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The list's name in the console: `members`, `purchases` … */
                    list: string;
                    name: string;
                    /**
                     * @description By filter, the values that were chosen. A personal search (a name, a phone) does not belong in here.
                     * @default {}
                     */
                    filters?: {
                        [key: string]: string[];
                    };
                    /**
                     * @description The columns that are shown, in their order; null for the list's own.
                     * @default null
                     */
                    columns?: string[] | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.people_only, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.people_only" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.too_many_views. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.too_many_views";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    forgetView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.people_only, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.people_only" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.view_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.view_unknown";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listPurchases: {
        parameters: {
            query?: {
                /**
                 * @description UUID version 7
                 * @example 01920a3e-7c5b-7d10-8a2f-000000000001
                 */
                storeId?: string;
                /** @description UUID version 7 */
                memberId?: string;
                kind?: "sale" | "return" | "unlinked";
                from?: string;
                to?: string;
                receipt?: string;
                /** @description The returns of a sale, also those without receipt that were matched with it. */
                saleId?: string;
                /** @description What was recorded in a shift. */
                shiftId?: string;
                cursor?: string;
                /** @example 20 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PurchaseHead"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    recordPurchase: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller’s own name for this command. The same key with the same body is answered with the first answer; with another body it is refused. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storeId": "01920a3e-7c5b-7d10-8a2f-000000000001",
                 *       "tillId": "01920a3e-7c5b-7d10-8a2f-000000000002",
                 *       "member": {
                 *         "phone": "13912345678"
                 *       },
                 *       "lines": [
                 *         {
                 *           "sku": "6901234567892",
                 *           "name": "板蓝根颗粒",
                 *           "quantity": 2,
                 *           "unitPrice": 1980
                 *         },
                 *         {
                 *           "sku": "6909876543210",
                 *           "name": "维生素C",
                 *           "amount": 8900,
                 *           "listPrice": 9900
                 *         }
                 *       ],
                 *       "tenders": [
                 *         {
                 *           "kind": "wechat",
                 *           "amount": 12860
                 *         }
                 *       ],
                 *       "number": "A-000123"
                 *     }
                 */
                "application/json": components["schemas"]["PurchaseInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Purchase"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: purchases.store_unknown, purchases.till_unknown, purchases.member_unknown, charter.unknown, purchases.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.store_unknown" | "purchases.till_unknown" | "purchases.member_unknown" | "charter.unknown" | "purchases.unknown";
                    };
                };
            };
            /** @description Refused: purchases.store_closed, purchases.member_blocked, purchases.in_future, purchases.too_old, charter.none, ledger.not_enough, ledger.too_much, purchases.tenders_differ, purchases.points_not_allowed, purchases.points_tender_wrong, purchases.walk_in_has_no_value, purchases.quote_moved, kernel.reference_reused. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.store_closed" | "purchases.member_blocked" | "purchases.in_future" | "purchases.too_old" | "charter.none" | "ledger.not_enough" | "ledger.too_much" | "purchases.tenders_differ" | "purchases.points_not_allowed" | "purchases.points_tender_wrong" | "purchases.walk_in_has_no_value" | "purchases.quote_moved" | "kernel.reference_reused";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: purchases.too_large. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.too_large";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    recordPurchases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "reference": "A-000124",
                 *           "storeId": "01920a3e-7c5b-7d10-8a2f-000000000001",
                 *           "member": {
                 *             "phone": "13912345678"
                 *           },
                 *           "lines": [
                 *             {
                 *               "sku": "6909876543210",
                 *               "amount": 9900
                 *             }
                 *           ]
                 *         },
                 *         {
                 *           "reference": "A-000125",
                 *           "storeId": "01920a3e-7c5b-7d10-8a2f-000000000001",
                 *           "lines": [
                 *             {
                 *               "sku": "6901234567892",
                 *               "amount": 1980
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    items: {
                        /**
                         * Format: uuid
                         * @description UUID version 7
                         */
                        storeId: string;
                        /**
                         * Format: uuid
                         * @description UUID version 7
                         */
                        tillId?: string;
                        /** @default null */
                        member?: components["schemas"]["MemberRef"] | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601 moment with offset
                         */
                        occurredAt?: string;
                        lines: components["schemas"]["BasketLine"][];
                        tenders?: components["schemas"]["TenderInput"][];
                        number?: string;
                        quote?: string;
                        /** @description What `Idempotency-Key` is for a single sale. */
                        reference: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            reference: string;
                            purchase: components["schemas"]["Purchase"] | null;
                            refusal: components["schemas"]["BatchRefusal"] | null;
                        }[];
                        recorded: number;
                        refused: number;
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readPurchase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01920a3e-7c5b-7d10-8a2f-000000000005 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseRecord"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: purchases.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.unknown";
                    };
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    returnPurchase: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller’s own name for this command. The same key with the same body is answered with the first answer; with another body it is refused. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The sale's id, or the number on its receipt, which opens it at any till.
                 * @example 01920a3e-7c5b-7d10-8a2f-000000000005
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storeId": "01920a3e-7c5b-7d10-8a2f-000000000001",
                 *       "tillId": "01920a3e-7c5b-7d10-8a2f-000000000002",
                 *       "lines": [
                 *         {
                 *           "line": 1,
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "reason": "买多了"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    storeId: string;
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    tillId?: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 moment with offset
                     */
                    occurredAt?: string;
                    /** @description Which lines and how much of each; everything that is left, if left out. */
                    lines?: {
                        line: number;
                        quantity: number;
                    }[];
                    /** @default  */
                    reason?: string;
                    number?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Purchase"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: purchases.store_unknown, purchases.till_unknown, purchases.member_unknown, charter.unknown, purchases.unknown, purchases.line_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.store_unknown" | "purchases.till_unknown" | "purchases.member_unknown" | "charter.unknown" | "purchases.unknown" | "purchases.line_unknown";
                    };
                };
            };
            /** @description Refused: purchases.store_closed, purchases.member_blocked, purchases.in_future, purchases.too_old, charter.none, ledger.not_enough, ledger.too_much, purchases.not_a_sale, purchases.nothing_left_to_return, purchases.return_too_late, purchases.return_before_sale, purchases.other_currency, kernel.reference_reused. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.store_closed" | "purchases.member_blocked" | "purchases.in_future" | "purchases.too_old" | "charter.none" | "ledger.not_enough" | "ledger.too_much" | "purchases.not_a_sale" | "purchases.nothing_left_to_return" | "purchases.return_too_late" | "purchases.return_before_sale" | "purchases.other_currency" | "kernel.reference_reused";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    previewReturn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The sale's id, or the number on its receipt, which opens it at any till. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    storeId: string;
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    tillId?: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 moment with offset
                     */
                    occurredAt?: string;
                    /** @description Which lines and how much of each; everything that is left, if left out. */
                    lines?: {
                        line: number;
                        quantity: number;
                    }[];
                    /** @default  */
                    reason?: string;
                    number?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnPreview"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: purchases.store_unknown, purchases.till_unknown, purchases.member_unknown, charter.unknown, purchases.unknown, purchases.line_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.store_unknown" | "purchases.till_unknown" | "purchases.member_unknown" | "charter.unknown" | "purchases.unknown" | "purchases.line_unknown";
                    };
                };
            };
            /** @description Refused: purchases.store_closed, purchases.member_blocked, purchases.in_future, purchases.too_old, charter.none, ledger.not_enough, ledger.too_much, purchases.not_a_sale, purchases.nothing_left_to_return, purchases.return_too_late, purchases.return_before_sale, purchases.other_currency. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.store_closed" | "purchases.member_blocked" | "purchases.in_future" | "purchases.too_old" | "charter.none" | "ledger.not_enough" | "ledger.too_much" | "purchases.not_a_sale" | "purchases.nothing_left_to_return" | "purchases.return_too_late" | "purchases.return_before_sale" | "purchases.other_currency";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    quote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storeId": "01920a3e-7c5b-7d10-8a2f-000000000001",
                 *       "tillId": "01920a3e-7c5b-7d10-8a2f-000000000002",
                 *       "member": {
                 *         "phone": "13912345678"
                 *       },
                 *       "lines": [
                 *         {
                 *           "sku": "6901234567892",
                 *           "name": "板蓝根颗粒",
                 *           "quantity": 2,
                 *           "unitPrice": 1980
                 *         },
                 *         {
                 *           "sku": "6909876543210",
                 *           "name": "维生素C",
                 *           "amount": 8900,
                 *           "listPrice": 9900
                 *         }
                 *       ],
                 *       "tenders": [
                 *         {
                 *           "kind": "wechat",
                 *           "amount": 12860
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["QuoteInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: purchases.store_unknown, purchases.till_unknown, purchases.member_unknown, charter.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.store_unknown" | "purchases.till_unknown" | "purchases.member_unknown" | "charter.unknown";
                    };
                };
            };
            /** @description Refused: purchases.store_closed, purchases.member_blocked, purchases.in_future, purchases.too_old, charter.none, ledger.not_enough, ledger.too_much, purchases.tenders_differ, purchases.points_not_allowed, purchases.points_tender_wrong, purchases.walk_in_has_no_value. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.store_closed" | "purchases.member_blocked" | "purchases.in_future" | "purchases.too_old" | "charter.none" | "ledger.not_enough" | "ledger.too_much" | "purchases.tenders_differ" | "purchases.points_not_allowed" | "purchases.points_tender_wrong" | "purchases.walk_in_has_no_value";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: purchases.too_large. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.too_large";
                    };
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    returnUnlinked: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller’s own name for this command. The same key with the same body is answered with the first answer; with another body it is refused. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storeId": "01920a3e-7c5b-7d10-8a2f-000000000001",
                 *       "member": {
                 *         "phone": "13912345678"
                 *       },
                 *       "lines": [
                 *         {
                 *           "sku": "6909876543210",
                 *           "amount": 9900
                 *         }
                 *       ],
                 *       "reason": "旧系统的小票"
                 *     }
                 */
                "application/json": components["schemas"]["UnlinkedReturnInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Purchase"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: purchases.store_unknown, purchases.till_unknown, purchases.member_unknown, charter.unknown, purchases.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.store_unknown" | "purchases.till_unknown" | "purchases.member_unknown" | "charter.unknown" | "purchases.unknown";
                    };
                };
            };
            /** @description Refused: purchases.store_closed, purchases.member_blocked, purchases.in_future, purchases.too_old, charter.none, ledger.not_enough, ledger.too_much, purchases.tenders_differ, purchases.points_not_allowed, purchases.points_tender_wrong, purchases.walk_in_has_no_value, kernel.reference_reused. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.store_closed" | "purchases.member_blocked" | "purchases.in_future" | "purchases.too_old" | "charter.none" | "ledger.not_enough" | "ledger.too_much" | "purchases.tenders_differ" | "purchases.points_not_allowed" | "purchases.points_tender_wrong" | "purchases.walk_in_has_no_value" | "kernel.reference_reused";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: purchases.too_large. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.too_large";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    previewUnlinkedReturn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnlinkedReturnInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnPreview"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: purchases.store_unknown, purchases.till_unknown, purchases.member_unknown, charter.unknown, purchases.unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.store_unknown" | "purchases.till_unknown" | "purchases.member_unknown" | "charter.unknown" | "purchases.unknown";
                    };
                };
            };
            /** @description Refused: purchases.store_closed, purchases.member_blocked, purchases.in_future, purchases.too_old, charter.none, ledger.not_enough, ledger.too_much, purchases.tenders_differ, purchases.points_not_allowed, purchases.points_tender_wrong, purchases.walk_in_has_no_value. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.store_closed" | "purchases.member_blocked" | "purchases.in_future" | "purchases.too_old" | "charter.none" | "ledger.not_enough" | "ledger.too_much" | "purchases.tenders_differ" | "purchases.points_not_allowed" | "purchases.points_tender_wrong" | "purchases.walk_in_has_no_value";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: purchases.too_large. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.too_large";
                    };
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Role"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                        permissions: string[];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    makeRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    nameZh: string;
                    nameEn: string;
                    permissions: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description Refused: org.permission_unknown, kernel.bad_input. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.permission_unknown" | "kernel.bad_input";
                    };
                };
            };
            401: components["responses"]["Refused401"];
            /** @description Refused: org.permission_not_held, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.permission_not_held" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.not_set_up, org.role_name_taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up" | "org.role_name_taken";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    removeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /** @description Refused: org.permission_not_held, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.permission_not_held" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.role_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.role_unknown";
                    };
                };
            };
            /** @description Refused: org.not_set_up, org.role_fixed, org.role_in_use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up" | "org.role_fixed" | "org.role_in_use";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    nameZh?: string;
                    nameEn?: string;
                    permissions?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description Refused: org.permission_unknown, kernel.bad_input. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.permission_unknown" | "kernel.bad_input";
                    };
                };
            };
            401: components["responses"]["Refused401"];
            /** @description Refused: org.permission_not_held, kernel.forbidden, kernel.out_of_scope, kernel.foreign_origin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.permission_not_held" | "kernel.forbidden" | "kernel.out_of_scope" | "kernel.foreign_origin";
                    };
                };
            };
            /** @description Refused: org.role_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.role_unknown";
                    };
                };
            };
            /** @description Refused: org.not_set_up, org.role_name_taken, org.role_fixed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up" | "org.role_name_taken" | "org.role_fixed";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description E-mail address or phone number. */
                    login: string;
                    password: string;
                    /** @description Six digits of the second factor, or one of the recovery codes. */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID version 7
                         */
                        personId: string;
                        name: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601 moment with offset
                         */
                        endsAt: string;
                    };
                };
            };
            400: components["responses"]["Refused400"];
            /** @description Refused: org.wrong_credentials, org.second_factor_needed, org.wrong_code. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.wrong_credentials" | "org.second_factor_needed" | "org.wrong_code";
                    };
                };
            };
            403: components["responses"]["Refused403"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: org.locked, kernel.too_many_requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.locked" | "kernel.too_many_requests";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Refused400"];
            403: components["responses"]["Refused403"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OpenSession"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.session_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.session_unknown";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupState"];
                };
            };
            400: components["responses"]["Refused400"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupState"];
                };
            };
            /** @description Refused: org.password_weak, org.login_missing, org.login_malformed, kernel.bad_input. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.password_weak" | "org.login_missing" | "org.login_malformed" | "kernel.bad_input";
                    };
                };
            };
            403: components["responses"]["Refused403"];
            /** @description Refused: setup.template_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "setup.template_unknown";
                    };
                };
            };
            /** @description Refused: org.already_set_up, org.login_taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.already_set_up" | "org.login_taken";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            /** @description Refused: org.locked, kernel.too_many_requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.locked" | "kernel.too_many_requests";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listShifts: {
        parameters: {
            query?: {
                /** @description UUID version 7 */
                storeId?: string;
                /** @description UUID version 7 */
                tillId?: string;
                /** @description Those that run, those that are closed, or those among them whose cash differs. */
                state?: "open" | "closed" | "uneven";
                /** @description First and last day on which they began, in the programme's zone. */
                from?: string;
                to?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ShiftRecord"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readShift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shift"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: purchases.no_shift. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.no_shift";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    closeShift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description UUID version 7
                 * @example 01920a3e-7c5b-7d10-8a2f-000000000003
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "counted": 70000
                 *     }
                 */
                "application/json": {
                    counted: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shift"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: purchases.no_shift. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.no_shift";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readShiftRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftRecord"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: purchases.no_shift. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.no_shift";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listStores: {
        parameters: {
            query?: {
                below?: string;
                status?: "open" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Store"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listTills: {
        parameters: {
            query?: {
                storeId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Till"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    addTill: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storeId": "01920a3e-7c5b-7d10-8a2f-000000000001",
                 *       "code": "T2",
                 *       "name": "二号收银台"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    storeId: string;
                    code: string;
                    /** @default  */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Till"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: purchases.store_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.store_unknown";
                    };
                };
            };
            /** @description Refused: purchases.store_closed, purchases.till_code_taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.store_closed" | "purchases.till_code_taken";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    changeTill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    open?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Till"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: purchases.till_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.till_unknown";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    openShift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description UUID version 7
                 * @example 01920a3e-7c5b-7d10-8a2f-000000000002
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "opening": 20000
                 *     }
                 */
                "application/json": {
                    /** @default 0 */
                    opening?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shift"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: purchases.till_unknown, purchases.store_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.till_unknown" | "purchases.store_unknown";
                    };
                };
            };
            /** @description Refused: purchases.store_closed, purchases.shift_open, purchases.no_shift. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchases.store_closed" | "purchases.shift_open" | "purchases.no_shift";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readToday: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Today"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.not_set_up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    listUnits: {
        parameters: {
            query?: {
                kind?: "group" | "brand" | "region" | "store" | "department";
                /** @description UUID version 7 */
                below?: string;
                status?: "open" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Unit"][];
                        next: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    makeUnit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "brand" | "region" | "store" | "department";
                    code: string;
                    name: string;
                    /**
                     * Format: uuid
                     * @description The root unless said.
                     */
                    parentId?: string;
                    /** @description Stores only; the programme’s zone unless said. */
                    zone?: string;
                    /** @description Stores only; the programme’s currency unless said. */
                    currency?: string;
                    /** @description Stores only; 0 unless said. */
                    dayStartsAt?: number;
                    legalEntity?: string | null;
                    address?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.unit_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.unit_unknown";
                    };
                };
            };
            /** @description Refused: org.not_set_up, org.code_taken, org.unit_cannot_lie_there, org.unit_closed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.not_set_up" | "org.code_taken" | "org.unit_cannot_lie_there" | "org.unit_closed";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.unit_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.unit_unknown";
                    };
                };
            };
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    changeUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID version 7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    name?: string;
                    /** @description Stores only; the programme’s zone unless said. */
                    zone?: string;
                    /** @description Stores only; 0 unless said. */
                    dayStartsAt?: number;
                    legalEntity?: string | null;
                    address?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.unit_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.unit_unknown";
                    };
                };
            };
            /** @description Refused: org.code_taken, org.not_a_store. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.code_taken" | "org.not_a_store";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    closeUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.unit_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.unit_unknown";
                    };
                };
            };
            /** @description Refused: org.unit_is_the_root, org.unit_has_open_units. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.unit_is_the_root" | "org.unit_has_open_units";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    moveUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID version 7
                     */
                    parentId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.unit_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.unit_unknown";
                    };
                };
            };
            /** @description Refused: org.unit_is_the_root, org.unit_below_itself, org.unit_cannot_lie_there, org.unit_closed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.unit_is_the_root" | "org.unit_below_itself" | "org.unit_cannot_lie_there" | "org.unit_closed";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    reopenUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description Refused: org.unit_unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.unit_unknown";
                    };
                };
            };
            /** @description Refused: org.unit_closed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "org.unit_closed";
                    };
                };
            };
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Refused503"];
        };
    };
    readLife: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It lives */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        alive: true;
                    };
                };
            };
        };
    };
    readReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can serve */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        ready: true;
                    };
                };
            };
            /** @description It cannot; a sentence for each reason */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        ready: false;
                        missing: string[];
                    };
                };
            };
        };
    };
    readMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The measures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
        };
    };
}
