// Made by "changke generate" from openapi.json. Do not edit.

export interface paths {
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
        /** Every published version, newest first. */
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
        /** Makes the secret for an authenticator app; it counts once it is confirmed. */
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
        /** Whether the organisation still has to be set up. */
        get: operations["readSetup"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
        AuditEntry: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            /** @description The operation, as in this reference, or what a worker did. */
            kind: string;
            callerId: string | null;
            /** @description person, key or system, with the name as it was then. */
            caller: string;
            /** @description The member, person, store or thing that it was about. */
            subjectId: string | null;
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
        AuditChain: {
            /** @description The table. */
            chain: string;
            seals: number;
            rows: number;
            since: string | null;
            /** @description The moment of the last seal. */
            through: string | null;
            /** @description Rows not yet sealed; those of the last two seconds are always. */
            unsealed: number;
            /** @description The last seal’s digest. Kept elsewhere, it proves that the end was not cut off. */
            head: string | null;
            faultCount: number;
            /** @description The first hundred. */
            faults: components["schemas"]["AuditFault"][];
        };
        AuditFault: {
            /** @enum {string} */
            fault: "edited" | "deleted" | "inserted" | "seal_forged" | "seal_missing" | "unreadable" | "future";
            /** @description The row, when it is one row that is wrong. */
            id: string | null;
            seal: number | null;
            /** @description The row was committed after this moment … */
            sealedAfter: string | null;
            /** @description … and sealed at this one; it was right then. */
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
        Brand: {
            code: string;
            name: string;
            /** @default null */
            nameEn: string | null;
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
            /** @enum {string} */
            kind: "points" | "stored_value" | "count" | "period" | "discount";
            named: boolean;
            media: ("virtual" | "physical")[];
            prefix: string;
            validityMonths: number | null;
            remark: string;
            /** @enum {string} */
            status: "open" | "retired";
            version: number;
        };
        IssueCard: {
            /** @default null */
            memberId: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            typeId: string;
            /** @enum {string} */
            medium: "virtual" | "physical";
            /** @default null */
            number: string | null;
            /** @default null */
            storeId: string | null;
            /** @default true */
            active: boolean;
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
        Category: {
            code: string;
            name: string;
            /** @default null */
            nameEn: string | null;
            /** @default null */
            parent: string | null;
        };
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
        Charter: {
            template: string;
            name: {
                zh: string;
                en: string;
            };
            points: {
                earn: ({
                    /** @constant */
                    code: "per_amount";
                    name: {
                        zh: string;
                        en: string;
                    };
                    args: {
                        amount: number;
                        units: number;
                    };
                    /** @default {} */
                    when: {
                        categories?: string[];
                        labels?: string[];
                        skus?: string[];
                        tiers?: string[];
                        weekdays?: number[];
                        /** @constant */
                        firstPurchase?: true;
                    };
                } | {
                    /** @constant */
                    code: "per_quantity";
                    name: {
                        zh: string;
                        en: string;
                    };
                    args: {
                        units: number;
                    };
                    /** @default {} */
                    when: {
                        categories?: string[];
                        labels?: string[];
                        skus?: string[];
                        tiers?: string[];
                        weekdays?: number[];
                        /** @constant */
                        firstPurchase?: true;
                    };
                } | {
                    /** @constant */
                    code: "fixed";
                    name: {
                        zh: string;
                        en: string;
                    };
                    args: {
                        units: number;
                    };
                    /** @default {} */
                    when: {
                        categories?: string[];
                        labels?: string[];
                        skus?: string[];
                        tiers?: string[];
                        weekdays?: number[];
                        /** @constant */
                        firstPurchase?: true;
                    };
                } | {
                    /** @constant */
                    code: "multiplier";
                    name: {
                        zh: string;
                        en: string;
                    };
                    args: {
                        percent: number;
                    };
                    /** @default {} */
                    when: {
                        categories?: string[];
                        labels?: string[];
                        skus?: string[];
                        tiers?: string[];
                        weekdays?: number[];
                        /** @constant */
                        firstPurchase?: true;
                    };
                })[];
                growth: ({
                    /** @constant */
                    code: "per_amount";
                    name: {
                        zh: string;
                        en: string;
                    };
                    args: {
                        amount: number;
                        units: number;
                    };
                    /** @default {} */
                    when: {
                        categories?: string[];
                        labels?: string[];
                        skus?: string[];
                        tiers?: string[];
                        weekdays?: number[];
                        /** @constant */
                        firstPurchase?: true;
                    };
                } | {
                    /** @constant */
                    code: "per_quantity";
                    name: {
                        zh: string;
                        en: string;
                    };
                    args: {
                        units: number;
                    };
                    /** @default {} */
                    when: {
                        categories?: string[];
                        labels?: string[];
                        skus?: string[];
                        tiers?: string[];
                        weekdays?: number[];
                        /** @constant */
                        firstPurchase?: true;
                    };
                } | {
                    /** @constant */
                    code: "fixed";
                    name: {
                        zh: string;
                        en: string;
                    };
                    args: {
                        units: number;
                    };
                    /** @default {} */
                    when: {
                        categories?: string[];
                        labels?: string[];
                        skus?: string[];
                        tiers?: string[];
                        weekdays?: number[];
                        /** @constant */
                        firstPurchase?: true;
                    };
                } | {
                    /** @constant */
                    code: "multiplier";
                    name: {
                        zh: string;
                        en: string;
                    };
                    args: {
                        percent: number;
                    };
                    /** @default {} */
                    when: {
                        categories?: string[];
                        labels?: string[];
                        skus?: string[];
                        tiers?: string[];
                        weekdays?: number[];
                        /** @constant */
                        firstPurchase?: true;
                    };
                })[];
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
                    name: {
                        zh: string;
                        en: string;
                    };
                    from: number;
                    /** @default [] */
                    benefits: {
                        zh: string;
                        en: string;
                    }[];
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
                days: number | null;
                reopenDays: number;
            };
            limits: {
                backdateDays: number;
            };
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
            /** @description Last use, to the minute. */
            usedAt: string | null;
            usedFrom: string | null;
            revokedAt: string | null;
        };
        MemberField: {
            key: string;
            labelZh: string;
            labelEn: string;
            /** @enum {string} */
            type: "text" | "number" | "day" | "choice" | "yesno";
            /** @default [] */
            choices: string[];
            /** @default false */
            required: boolean;
            /** @default 0 */
            position: number;
            /** @default false */
            retired: boolean;
        };
        NewMember: {
            /**
             * @default person
             * @enum {string}
             */
            kind: "person" | "enterprise";
            /** @default  */
            name: string;
            /** @default null */
            gender: ("male" | "female" | "other") | null;
            /** @default null */
            birthday: components["schemas"]["Birthday"] | null;
            phone?: string | null;
            email?: string | null;
            idNumber?: string | null;
            address?: string | null;
            /**
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en";
            /** @default null */
            homeStore: string | null;
            /** @default null */
            recruiter: string | null;
            channel?: string | null;
            /** @default null */
            joinedOn: string | null;
            number?: string | null;
            /** @default [] */
            externalIds: {
                source: string;
                id: string;
            }[];
            /** @default [] */
            tags: string[];
            /** @default {} */
            custom: {
                [key: string]: string | number | boolean | null;
            };
            /** @default  */
            remark: string;
            /** @default [] */
            consents: {
                /** @enum {string} */
                channel: "sms" | "email" | "phone" | "wechat";
                given: boolean;
                source: string;
            }[];
        };
        Birthday: {
            /** @enum {string} */
            calendar: "solar" | "lunar";
            /** @default null */
            year: number | null;
            month: number;
            day: number;
            /** @default false */
            leap: boolean;
        };
        CreatedMember: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            memberId: string;
            number: string;
        };
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
            homeStore: string | null;
            tier: number;
            /** @enum {string} */
            status: "active" | "closed";
            tags: string[];
            /** Format: date */
            joinedOn: string;
            lastOn: string | null;
            purchases: number;
            spent: number;
            percent: number;
        };
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
            homeStore: string | null;
            /** @enum {string} */
            status: "active" | "closed";
            tags: string[];
            standing: components["schemas"]["Standing"];
            outside: boolean;
        };
        Standing: {
            tier: number;
            tierSince: string | null;
            tierUntil: string | null;
            barred: ("earn" | "spend" | "message" | "signIn")[];
            /** @enum {string} */
            activity: "new" | "active" | "sleeping" | "dormant" | "lost";
            firstOn: string | null;
            lastOn: string | null;
            purchases: number;
            spent: number;
            spentWithin12Months: number;
        };
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
            gender: ("male" | "female" | "other") | null;
            birthday: components["schemas"]["Birthday"] | null;
            phone: string | null;
            email: string | null;
            idNumber: string | null;
            address: string | null;
            lost: string[];
            /** @enum {string} */
            language: "zh" | "en";
            homeStore: string | null;
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
            completeness: {
                percent: number;
                missing: string[];
            };
            consents: {
                /** @enum {string} */
                channel: "sms" | "email" | "phone" | "wechat";
                given: boolean;
                source: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 moment with offset
                 */
                decidedAt: string;
            }[];
            standing: components["schemas"]["Standing"];
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
            ending: string;
            /** @enum {string} */
            status: "issued" | "active" | "closed";
            storeId: string | null;
            expiresOn: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            issuedAt: string;
            activatedAt: string | null;
            closedAt: string | null;
        };
        AdjustPointsInput: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            id: string;
            amount: number;
            reason: string;
        };
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
        Statement: {
            items: components["schemas"]["Entry"][];
            next: string | null;
            total?: {
                count: number;
                exact: boolean;
            };
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
            balances: {
                unit: string;
                shown: number;
                pending: number;
                held: number;
                debt: number;
            }[];
            lots: components["schemas"]["Lot"][];
        };
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
            storeId: string | null;
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
            reverses: string | null;
        };
        Lot: {
            unit: string;
            /** @enum {string} */
            state: "open" | "pending" | "held" | "debt";
            endsOn: string | null;
            lot: string;
            balance: number;
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
        TopUpInput: {
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
            /**
             * Format: uuid
             * @description UUID version 7
             */
            tillId?: string;
            amount: number;
            /**
             * @default cash
             * @enum {string}
             */
            tender: "cash" | "card" | "wechat" | "alipay" | "other";
            /** @default  */
            note: string;
            proof?: {
                /**
                 * Format: uuid
                 * @description UUID version 7
                 */
                id?: string;
                phone?: string;
                card?: string;
                number?: string;
            };
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
            wallet: {
                principal: number;
                bonus: number;
            };
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
        Product: {
            /**
             * Format: uuid
             * @description UUID version 7
             */
            productId: string;
            sku: string;
            name: string;
            nameEn: string | null;
            category: string | null;
            brand: string | null;
            labels: string[];
            listPrice: number | null;
            taxRate: number | null;
            unit: string | null;
            barcodes: string[];
            prescription: boolean;
            earns: boolean;
            /** @enum {string} */
            status: "active" | "retired";
            version: number;
        };
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
            /** @default null */
            member: {
                /**
                 * Format: uuid
                 * @description UUID version 7
                 */
                id?: string;
                phone?: string;
                card?: string;
                number?: string;
            } | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            occurredAt?: string;
            lines: {
                sku: string;
                name?: string;
                /** @default 1 */
                quantity: number;
                unitPrice?: number;
                listPrice?: number;
                amount?: number;
                category?: string;
                prescription?: boolean;
            }[];
            tenders?: {
                /** @enum {string} */
                kind: "cash" | "card" | "wechat" | "alipay" | "wallet" | "points" | "other";
                amount: number;
                note?: string;
            }[];
            number?: string;
            quote?: string;
        };
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
            memberId: string | null;
            saleId: string | null;
            number: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId: string;
            tillId: string | null;
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
            tenders: {
                /** @enum {string} */
                kind: "cash" | "card" | "wechat" | "alipay" | "wallet" | "points" | "other";
                amount: number;
                points?: number;
                note?: string;
            }[];
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
            explained: {
                /** @default [] */
                given: {
                    /** @enum {string} */
                    unit: "points" | "growth";
                    rule: {
                        zh: string;
                        en: string;
                    };
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
                /** @default null */
                endsOn: string | null;
                /** @default null */
                next: {
                    code: string;
                    name: {
                        zh: string;
                        en: string;
                    };
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
                    before: {
                        zh: string;
                        en: string;
                    };
                    after: {
                        zh: string;
                        en: string;
                    };
                } | null;
                /** @default  */
                reason: string;
            };
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
            tenders: number[];
            returned: number;
            saleLine: number | null;
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
            memberId: string | null;
            saleId: string | null;
            number: string | null;
            /**
             * Format: uuid
             * @description UUID version 7
             */
            storeId: string;
            tillId: string | null;
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
            tenders: {
                /** @enum {string} */
                kind: "cash" | "card" | "wechat" | "alipay" | "wallet" | "points" | "other";
                amount: number;
                points?: number;
                note?: string;
            }[];
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
        };
        ReturnInput: {
            id: string;
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
            lines?: {
                line: number;
                quantity: number;
            }[];
            /** @default  */
            reason: string;
            number?: string;
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
            /** @default null */
            member: {
                /**
                 * Format: uuid
                 * @description UUID version 7
                 */
                id?: string;
                phone?: string;
                card?: string;
                number?: string;
            } | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            occurredAt?: string;
            lines: {
                sku: string;
                name?: string;
                /** @default 1 */
                quantity: number;
                unitPrice?: number;
                listPrice?: number;
                amount?: number;
                category?: string;
                prescription?: boolean;
            }[];
            tenders?: {
                /** @enum {string} */
                kind: "cash" | "card" | "wechat" | "alipay" | "wallet" | "points" | "other";
                amount: number;
                note?: string;
            }[];
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
            usable: {
                points: number;
                pointsAmount: number;
                wallet: number;
            };
            explained: {
                /** @default [] */
                given: {
                    /** @enum {string} */
                    unit: "points" | "growth";
                    rule: {
                        zh: string;
                        en: string;
                    };
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
                /** @default null */
                endsOn: string | null;
                /** @default null */
                next: {
                    code: string;
                    name: {
                        zh: string;
                        en: string;
                    };
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
                    before: {
                        zh: string;
                        en: string;
                    };
                    after: {
                        zh: string;
                        en: string;
                    };
                } | null;
                /** @default  */
                reason: string;
            };
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
            /** @default null */
            member: {
                /**
                 * Format: uuid
                 * @description UUID version 7
                 */
                id?: string;
                phone?: string;
                card?: string;
                number?: string;
            } | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            occurredAt?: string;
            lines: {
                sku: string;
                name?: string;
                /** @default 1 */
                quantity: number;
                unitPrice?: number;
                listPrice?: number;
                amount?: number;
                category?: string;
                prescription?: boolean;
            }[];
            tenders?: {
                /** @enum {string} */
                kind: "cash" | "card" | "wechat" | "alipay" | "wallet" | "points" | "other";
                amount: number;
                note?: string;
            }[];
            number?: string;
            /** @default  */
            reason: string;
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
            personId: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 moment with offset
             */
            openedAt: string;
            opening: number;
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
            shiftId: string | null;
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAudit: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                kind?: string;
                subjectId?: string;
                callerId?: string;
                storeId?: string;
                outcome?: "done" | "refused";
                fromOn?: string;
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
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: {
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putBrand: {
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
                    "application/json": components["schemas"]["Brand"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                "application/json": {
                    code: string;
                    name: string;
                    nameEn: string;
                    /** @enum {string} */
                    kind: "points" | "stored_value" | "count" | "period" | "discount";
                    /** @default true */
                    named?: boolean;
                    /**
                     * @default [
                     *       "virtual",
                     *       "physical"
                     *     ]
                     */
                    media?: ("virtual" | "physical")[];
                    /** @default  */
                    prefix?: string;
                    /** @default null */
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editCardType: {
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueCard: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller’s own name for this command. The same key with the same body is answered with the first answer. */
                "Idempotency-Key": string;
            };
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
                    "application/json": components["schemas"]["IssuedCard"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                        items: {
                            code: string;
                            name: string;
                            /** @default null */
                            nameEn: string | null;
                            /** @default null */
                            parent: string | null;
                            path: string[];
                        }[];
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCategory: {
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
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCharterVersions: {
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
                        items: {
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
                            name: {
                                zh: string;
                                en: string;
                            };
                        }[];
                        next: string | null;
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                    charter: components["schemas"]["Charter"];
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putMemberField: {
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
                    "application/json": components["schemas"]["MemberField"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                tags?: string[];
                tiers?: number[];
                stores?: string[];
                status?: "active" | "closed";
                kind?: "person" | "enterprise";
                incomplete?: string;
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
                        items: components["schemas"]["MemberRow"][];
                        next: string | null;
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMember: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller’s own name for this command. The same key with the same body is answered with the first answer. */
                "Idempotency-Key": string;
            };
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
                    "application/json": components["schemas"]["CreatedMember"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                     * @description UUID version 7
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMember: {
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
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editMember: {
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
                    version: number;
                    /** @enum {string} */
                    kind?: "person" | "enterprise";
                    name?: string;
                    gender?: ("male" | "female" | "other") | null;
                    birthday?: components["schemas"]["Birthday"] | null;
                    phone?: string | null;
                    email?: string | null;
                    idNumber?: string | null;
                    address?: string | null;
                    /** @enum {string} */
                    language?: "zh" | "en";
                    homeStore?: string | null;
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideMemberConsent: {
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdjustments: {
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
                        items: components["schemas"]["Adjustment"][];
                        next: string | null;
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adjustPoints: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller’s own name for this command. The same key with the same body is answered with the first answer. */
                "Idempotency-Key": string;
            };
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
                    "application/json": components["schemas"]["Adjustment"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revealMember: {
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readStatement: {
        parameters: {
            query?: {
                unit?: string;
                asOf?: string;
                knownAt?: string;
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": components["schemas"]["Statement"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMemberStatus: {
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMemberTags: {
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTierHistory: {
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
                        items: components["schemas"]["TierChange"][];
                        next: string | null;
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTopUps: {
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
                        items: components["schemas"]["TopUp"][];
                        next: string | null;
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    topUp: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller’s own name for this command. The same key with the same body is answered with the first answer. */
                "Idempotency-Key": string;
            };
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
                    "application/json": components["schemas"]["TopUp"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePerson: {
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProducts: {
        parameters: {
            query?: {
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
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                        items: {
                            sku: string;
                            /** @enum {string} */
                            outcome: "created" | "changed" | "same" | "refused";
                            productId: string | null;
                            code: string | null;
                            details: {
                                [key: string]: unknown;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSecondFactor: {
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
                        secret: string;
                        /** @description For the QR code that an authenticator app reads. */
                        uri: string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPurchases: {
        parameters: {
            query?: {
                storeId?: string;
                memberId?: string;
                kind?: "sale" | "return" | "unlinked";
                from?: string;
                to?: string;
                receipt?: string;
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
                        items: components["schemas"]["PurchaseHead"][];
                        next: string | null;
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordPurchase: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller’s own name for this command. The same key with the same body is answered with the first answer. */
                "Idempotency-Key": string;
            };
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
                    "application/json": components["schemas"]["Purchase"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                        member?: {
                            /**
                             * Format: uuid
                             * @description UUID version 7
                             */
                            id?: string;
                            phone?: string;
                            card?: string;
                            number?: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601 moment with offset
                         */
                        occurredAt?: string;
                        lines: {
                            sku: string;
                            name?: string;
                            /** @default 1 */
                            quantity?: number;
                            unitPrice?: number;
                            listPrice?: number;
                            amount?: number;
                            category?: string;
                            prescription?: boolean;
                        }[];
                        tenders?: {
                            /** @enum {string} */
                            kind: "cash" | "card" | "wechat" | "alipay" | "wallet" | "points" | "other";
                            amount: number;
                            note?: string;
                        }[];
                        number?: string;
                        quote?: string;
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
                            refusal: {
                                code: string;
                                status: number;
                                details: {
                                    [key: string]: unknown;
                                };
                            } | null;
                        }[];
                        recorded: number;
                        refused: number;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPurchase: {
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
                    "application/json": components["schemas"]["Purchase"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnPurchase: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller’s own name for this command. The same key with the same body is answered with the first answer. */
                "Idempotency-Key": string;
            };
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
                    "application/json": components["schemas"]["Purchase"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quote: {
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
                    "application/json": components["schemas"]["Quote"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnUnlinked: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller’s own name for this command. The same key with the same body is answered with the first answer. */
                "Idempotency-Key": string;
            };
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
                    "application/json": components["schemas"]["Purchase"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                        permissions: string[];
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRole: {
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                    "application/json": {
                        needed: boolean;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeShift: {
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTill: {
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openShift: {
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnits: {
        parameters: {
            query?: {
                kind?: "group" | "brand" | "region" | "store" | "department";
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
                        total?: {
                            count: number;
                            exact: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeUnit: {
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
